package mtasts.estate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A table to be imported, as it is given: pasted, or as a file, which goes before.
 *
 * @param file {@code null} or empty where none was chosen
 */
record ImportForm(String text, @Nullable MultipartFile file, String place) {

    ImportForm(@Nullable String text, @Nullable MultipartFile file, @Nullable String place) {
        this.text = Objects.requireNonNullElse(text, "");
        this.file = file;
        this.place = Objects.requireNonNullElse(place, "");
    }

    boolean isFile() {
        return file != null && !file.isEmpty();
    }

    InputStream open() throws IOException {
        return file == null || file.isEmpty()
                ? new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
                : file.getInputStream();
    }
}
