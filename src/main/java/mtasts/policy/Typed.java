package mtasts.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
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

    /** The patterns that can be read. */
    List<MxPattern> readMx() {
        return mx.stream()
                .flatMap(line -> MxPattern.read(line).value().stream())
                .toList();
    }

    /** The hosts that no pattern covers. */
    List<DomainName> uncovered(List<DomainName> hosts) {
        var patterns = readMx();
        return hosts.stream()
                .filter(host -> patterns.stream().noneMatch(pattern -> pattern.matches(host)))
                .toList();
    }

    /** The length of time, where it can be read as one. */
    Optional<MaxAge> readMaxAge() {
        return Pattern.matches("[0-9]{1,10}", maxAge)
                ? Optional.of(Long.parseLong(maxAge))
                        .filter(seconds -> seconds <= MaxAge.LONGEST.seconds())
                        .map(MaxAge::new)
                : Optional.empty();
    }

    /** The text that would be published, as far as it is valid. */
    public String text(Mode mode) {
        return Policy.write(mode.text(), mx, maxAge);
    }
}
