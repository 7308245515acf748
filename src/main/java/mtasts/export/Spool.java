package mtasts.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text of any length that is written now and read later, in a file that is gone when this is closed. */
final class Spool implements AutoCloseable {

    private final Path file;
    private final BufferedWriter writer;

    Spool() throws IOException {
        file = Files.createTempFile("mta-sts-export", ".txt");
        writer = Files.newBufferedWriter(file, UTF_8);
    }

    void write(String text) throws IOException {
        writer.write(text);
    }

    /** Writes it all; nothing more is to be written into it. */
    void writeTo(OutputStream into) throws IOException {
        writer.close();
        Files.copy(file, into);
    }

    @Override
    public void close() throws IOException {
        try (writer) {
            Files.delete(file);
        }
    }
}
