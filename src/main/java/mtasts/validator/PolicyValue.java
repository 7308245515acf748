package mtasts.validator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;

/** The value of a field as it was meant, where that is certain. */
final class PolicyValue {

    private static final String QUOTES = "\"'`“”‘’,";
    private static final Pattern REMARK = Pattern.compile("#|//|;|\\(");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[,.' _\\u00a0\\u202f’]\\d{3}){1,9}");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");

    /** The ways of not being a pattern of which the remedy is certain. */
    private static final Set<String> CERTAIN = Set.of(
            "policy.mx.syntax.preference",
            "policy.mx.syntax.comment",
            "policy.mx.syntax.punctuation",
            "policy.mx.syntax.markdown",
            "policy.mx.syntax.html",
            "policy.mx.syntax.url",
            "policy.mx.syntax.quoted",
            "policy.mx.syntax.port",
            "policy.mx.syntax.u-label",
            "policy.mx.syntax.trailing-dot");

    private PolicyValue() {}

    /** The lines that stand for a line: another one, several for a list of hosts, or the same. */
    static List<PolicyLine> meant(PolicyLine line, Mends mends) {
        if (line.is("mx")) {
            return hosts(line, mends);
        }
        var meant = meant(line);
        if (meant.equals(line.value())) {
            return List.of(line);
        }
        mends.add(Mend.VALUE, line.number());
        return List.of(line.with(meant));
    }

    private static String meant(PolicyLine line) {
        var bare = unquoted(REMARK.split(line.value(), 2)[0].strip());
        if (line.is("version")) {
            return bare.equalsIgnoreCase("STSv1") ? "STSv1" : line.value();
        }
        if (line.is("mode")) {
            return Arrays.stream(Mode.values())
                    .map(Mode::text)
                    .filter(bare::equalsIgnoreCase)
                    .findFirst()
                    .orElse(line.value());
        }
        if (line.is("max_age")) {
            return seconds(bare).orElse(line.value());
        }
        return line.value();
    }

    private static String unquoted(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && QUOTES.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && QUOTES.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to).strip();
    }

    private static Optional<String> seconds(String bare) {
        var digits = GROUPED.matcher(bare).matches() ? bare.replaceAll("\\D", "") : bare;
        boolean all = !digits.isEmpty() && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return all ? Optional.of(digits) : Optional.empty();
    }

    private static List<PolicyLine> hosts(PolicyLine line, Mends mends) {
        var whole = host(line.value());
        if (whole.isPresent()) {
            if (!whole.get().equals(line.value())) {
                mends.add(Mend.HOST, line.number());
            }
            return List.of(line.with(whole.get()));
        }
        var lines = new ArrayList<PolicyLine>();
        boolean mended = false;
        for (var word : SEPARATOR.split(line.value())) {
            if (word.isEmpty()) {
                continue;
            }
            var host = host(word);
            if (host.isEmpty()) {
                return List.of(line);
            }
            mended |= !host.get().equals(word);
            lines.add(line.with(host.get()));
        }
        if (lines.size() < 2) {
            return List.of(line);
        }
        mends.add(Mend.LIST, line.number());
        if (mended) {
            mends.add(Mend.HOST, line.number());
        }
        return lines;
    }

    /** A pattern, or the one that was certainly meant. */
    private static Optional<String> host(String text) {
        var reading = MxPattern.read(text);
        if (reading.value().isPresent()) {
            return Optional.of(text);
        }
        return reading.findings().stream()
                .filter(finding -> CERTAIN.contains(finding.words()))
                .findFirst()
                .flatMap(finding -> finding.remedy());
    }
}
