package mtasts.estate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import mtasts.rfc8461.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The page on which a policy is adopted. A browser sends a pasted text with CRLF whatever its line ends were; so what came
 * as a file is carried along, for as long as nothing else is typed.
 *
 * @param file goes before what is pasted; {@code null} or empty where none was chosen
 * @param octets a file that came before, as Base64
 * @param ends of the lines of a pasted text: {@code lf}, else CRLF
 * @param seen what was judged last, see {@link #judged()}
 */
record AdoptPageForm(
        String name,
        String text,
        @Nullable MultipartFile file,
        String octets,
        String ends,
        String id,
        String since,
        String earlier,
        String hosts,
        String tags,
        String place,
        String seen) {

    AdoptPageForm(
            @Nullable String name,
            @Nullable String text,
            @Nullable MultipartFile file,
            @Nullable String octets,
            @Nullable String ends,
            @Nullable String id,
            @Nullable String since,
            @Nullable String earlier,
            @Nullable String hosts,
            @Nullable String tags,
            @Nullable String place,
            @Nullable String seen) {
        this.name = Objects.requireNonNullElse(name, "");
        this.text = Objects.requireNonNullElse(text, "");
        this.file = file;
        this.octets = Objects.requireNonNullElse(octets, "");
        this.ends = Objects.requireNonNullElse(ends, "");
        this.id = Objects.requireNonNullElse(id, "");
        this.since = Objects.requireNonNullElse(since, "");
        this.earlier = Objects.requireNonNullElse(earlier, "");
        this.hosts = Objects.requireNonNullElse(hosts, "");
        this.tags = Objects.requireNonNullElse(tags, "");
        this.place = Objects.requireNonNullElse(place, "");
        this.seen = Objects.requireNonNullElse(seen, "");
    }

    static AdoptPageForm of(@Nullable String name) {
        return new AdoptPageForm(name, null, null, null, null, null, null, null, null, null, "elsewhere", null);
    }

    /** The same with the file read: its text is shown, and its octets are carried along. Nothing where it is no UTF-8. */
    Optional<AdoptPageForm> read() throws IOException {
        if (file == null || file.isEmpty()) {
            return Optional.of(this);
        }
        try (var content = file.getInputStream()) {
            // one more than any sender reads, and room for the rest of a character
            byte[] sent = content.readNBytes(Policy.LONGEST + 8);
            var cut = sent.length > Policy.LONGEST ? new String(sent, UTF_8) : strict(sent);
            return Optional.of(new AdoptPageForm(
                    name, cut, null, base64(sent), ends, id, since, earlier, hosts, tags, place, seen));
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    /** What is to be judged and adopted. */
    AdoptForm exact() {
        return new AdoptForm(name, exactText(), id, since, earlier, hosts, tags, place);
    }

    private String exactText() {
        if (!octets.isEmpty()) {
            try {
                var carried = strict(Base64.getDecoder().decode(octets));
                if (lines(carried).equals(lines(text))) {
                    return carried;
                }
            } catch (IllegalArgumentException | CharacterCodingException tampered) {
                return text;
            }
        }
        return ends.equals("lf") ? text.replace("\r\n", "\n") : text;
    }

    /** Stands for all that is judged, so that nothing is adopted that was not shown as it is. */
    String judged() {
        var all = String.join("\u0000", name, exactText(), id, since, earlier, hosts, tags, place);
        return HexFormat.of().toHexDigits(all.hashCode()) + all.length();
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String strict(byte[] octets) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
