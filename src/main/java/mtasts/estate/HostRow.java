package mtasts.estate;

import java.util.ArrayList;
import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.MxHost;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MxPattern;
import org.jspecify.annotations.Nullable;

/**
 * An MX host and whether a policy text covers it.
 *
 * @param preference as in its MX record, {@code null} where none was given
 * @param line the first line of the text that covers it, 0 where none does; {@code null} where there is no text
 */
record HostRow(
        String host, @Nullable Integer preference, @Nullable Integer line) {

    private static final String FIELD = "mx:";

    static List<HostRow> of(Domain domain, @Nullable String text) {
        var patterns = text == null ? List.<@Nullable MxPattern>of() : patterns(text);
        return domain.hosts().stream()
                .map(host -> new HostRow(host.host(), host.preference(), text == null ? null : line(patterns, host)))
                .toList();
    }

    /** The pattern of each line of a text, in its lines' order; {@code null} for a line that has none. */
    private static List<@Nullable MxPattern> patterns(String text) {
        List<@Nullable MxPattern> patterns = new ArrayList<>();
        for (String line : text.lines().toList()) {
            patterns.add(
                    line.startsWith(FIELD)
                            ? MxPattern.read(line.substring(FIELD.length()).strip())
                                    .value()
                                    .orElse(null)
                            : null);
        }
        return patterns;
    }

    private static int line(List<@Nullable MxPattern> patterns, MxHost host) {
        DomainName name = host.name();
        for (int i = 0; i < patterns.size(); i++) {
            MxPattern pattern = patterns.get(i);
            if (pattern != null && pattern.matches(name)) {
                return i + 1;
            }
        }
        return 0;
    }

    public boolean covered() {
        return line != null && line > 0;
    }
}
