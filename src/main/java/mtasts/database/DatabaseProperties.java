package mtasts.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded database lives.
 *
 * @param folder what is to be kept, and to be copied for a backup; made where it is missing
 * @param port on 127.0.0.1; a free one where none is given
 * @param binaries where PostgreSQL's programs are unpacked to, once; inside the data folder where none is given
 */
@ConfigurationProperties("mtasts.database")
record DatabaseProperties(
        @DefaultValue("data") Path folder,
        @Nullable Integer port,
        @Nullable Path binaries) {}
