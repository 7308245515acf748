package mtasts.validator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import mtasts.rfc8461.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What was pasted, or a file in its stead.
 *
 * @param kind what the person says it is: {@code policy}, {@code record}, or anything else to have it found out
 * @param file goes before what is pasted; {@code null} or empty where none was chosen
 */
record ValidatorForm(
        @Nullable String text,
        @Nullable String kind,
        @Nullable MultipartFile file) {

    /** As much as the API takes, in octets. */
    private static final int LARGEST = 1024 * 1024;

    static ValidatorForm blank() {
        return new ValidatorForm("", "either", null);
    }

    /** Something to try. */
    static ValidatorForm example(String kind) {
        return new ValidatorForm(Example.broken(kind), "either", null);
    }

    public String pasted() {
        return text == null ? "" : text;
    }

    public String choice() {
        return kind == null || kind.isEmpty() ? "either" : kind;
    }

    /** The file's octets, where one was chosen. */
    Optional<byte[]> octets() throws IOException {
        return file == null || file.isEmpty() ? Optional.empty() : Optional.of(file.getBytes());
    }

    boolean isTooLarge() {
        long octets = file == null || file.isEmpty() ? pasted().getBytes(UTF_8).length : file.getSize();
        return octets > LARGEST;
    }

    /** The same with the text of a file to be looked at and changed, where it is one that fits into the field. */
    ValidatorForm with(byte[] octets) {
        return new ValidatorForm(octets.length > Policy.LONGEST ? "" : new String(octets, UTF_8), kind, null);
    }

    /** Empty where it is not in UTF-8. */
    static Optional<String> decoded(byte[] octets) {
        try {
            return Optional.of(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
