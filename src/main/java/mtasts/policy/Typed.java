package mtasts.policy;

import java.util.List;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;

/**
 * What somebody typed for the next version, valid or not.
 *
 * @param mx one pattern a line; lines with nothing in them are left out
 * @param note why this change, at most 2,000 characters
 */
public record Typed(List<String> mx, String maxAge, String note) {

    public Typed {
        mx = mx.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        maxAge = maxAge.strip();
    }

    /** What a published policy says, to go on from. */
    static Typed of(Policy policy) {
        return new Typed(
                policy.mx().stream().map(Object::toString).toList(),
                policy.maxAge().text(),
                "");
    }

    /** The text that would be published, as far as it is valid. */
    public String text(Mode mode) {
        return Policy.write(mode.text(), mx, maxAge);
    }
}
