package mtasts.estate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import mtasts.web.FreeText;
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

    /** What the file is called, without the folder that some browsers put before it; nothing where it was pasted. */
    String source() {
        return file == null || file.isEmpty() ? "" : name(file);
    }

    static String name(MultipartFile file) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return FreeText.shown(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
    }

    InputStream open() throws IOException {
        return file == null || file.isEmpty()
                ? new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
                : file.getInputStream();
    }
}
