package mtasts.validator;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.PolicyReader;
import org.jspecify.annotations.Nullable;

/**
 * Writes a policy as it was meant, as far as that is certain (RFC 8461 §3.2): what was wrapped around it by mistake goes,
 * and spelling follows the standard. A mode or a {@code max_age} that is missing is never made up, and what could mean two
 * things stays; but a mode that may be {@code enforce} becomes {@code testing}, which holds no mail back.
 */
final class PolicyCorrection {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b-\\u200f\\u2060\\ufeff\\u00ad]");
    private static final Pattern BREAK = Pattern.compile("<br\\s*+/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile(
            "<(?:!doctype|!--|/?(?:html|head|title|meta|body|main|pre|code|p|div|span|ul|ol|li|table|tbody|tr|td|b|i))\\b[^<>]*+>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FENCE = Pattern.compile("(?:```|~~~).*");
    private static final Pattern BULLET = Pattern.compile("(?:[-*+>•|]|\\d{1,3}[.)])\\s*+(.*)");
    private static final Pattern QUOTED = Pattern.compile("[\"'`“‘]([^\"'`“”‘’]*+)[\"'`”’],?");
    private static final Pattern COMMENT = Pattern.compile("(?:#|//|;).*");
    private static final Pattern JOINED = Pattern.compile("(?:\\s|\\\\[rn])(?=(?:version|mode|mx|max_age)\\s*+:)");

    /** Each round puts right what the one before laid bare. */
    private static final int MOST_ROUNDS = 3;

    /** The findings of which the remedy leaves nothing to decide, and what is done by it. */
    private static final Map<String, Mend> CERTAIN = Map.of(
            "policy.version.value", Mend.VALUE,
            "policy.mode.near", Mend.VALUE,
            "policy.mode.near-enforce", Mend.MODE_TESTING,
            "policy.max-age.unit", Mend.VALUE,
            "policy.line.field-name-near", Mend.FIELD_NAME,
            "policy.unknown.near", Mend.FIELD_NAME);

    private final Mends mends = new Mends();
    private final List<PolicyLine> lines = new ArrayList<>();

    private PolicyCorrection() {}

    /** The text as it was meant, where it is a policy and there is something to put right. */
    static Optional<Corrected> of(String text) {
        var correction = new PolicyCorrection();
        correction.read(text);
        if (correction.lines.stream().allMatch(line -> line.name() == null)) {
            return Optional.empty();
        }
        correction.arrange();
        for (int round = 0; round < MOST_ROUNDS && correction.remedy(); round++) {
            correction.arrange();
        }
        if (correction.mends.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Corrected.of(correction.text(), correction.mends, PolicyReader.read(correction.text())));
    }

    private String text() {
        return lines.stream().map(PolicyLine::text).collect(joining("\r\n", "", "\r\n"));
    }

    /** Does what the findings say, each line once, where that is certain; whether there was any such. */
    private boolean remedy() {
        var meant = new HashMap<Integer, List<PolicyLine>>();
        for (var finding : PolicyReader.read(text()).findings()) {
            var mend = CERTAIN.get(finding.words());
            int index = finding.place().line() - 1;
            if (mend != null && index >= 0 && !meant.containsKey(index)) {
                var line = remedied(lines.get(index), finding);
                if (mend != Mend.FIELD_NAME || line.is("mx") || !has(line.name())) {
                    meant.put(index, PolicyValue.meant(line, mends));
                    mends.add(mend, line.number());
                }
            }
        }
        var all = IntStream.range(0, lines.size())
                .mapToObj(index -> meant.getOrDefault(index, List.of(lines.get(index))))
                .flatMap(List::stream)
                .toList();
        lines.clear();
        lines.addAll(all);
        return !meant.isEmpty();
    }

    private static PolicyLine remedied(PolicyLine line, Finding finding) {
        if (CERTAIN.get(finding.words()) == Mend.MODE_TESTING) {
            return line.with(Mode.TESTING.text());
        }
        int from = finding.place().column() - 1;
        var text = new StringBuilder(line.text())
                .replace(from, from + finding.place().length(), finding.remedy().orElseThrow());
        return PolicyLine.read(text.toString(), line.number(), new Mends());
    }

    private void read(String text) {
        if (text.startsWith("\ufeff")) {
            mends.add(Mend.BYTE_ORDER_MARK, 0);
        }
        var end = LINE_END.matcher(text);
        int start = text.startsWith("\ufeff") ? 1 : 0;
        int number = 1;
        while (end.find(start)) {
            if (end.group().equals("\r")) {
                mends.add(Mend.LINE_END, number);
            }
            unwrap(text.substring(start, end.start()), number);
            start = end.end();
            number++;
        }
        if (start < text.length()) {
            unwrap(text.substring(start), number);
        }
    }

    /** Takes off what was pasted around a line. */
    private void unwrap(String pasted, int number) {
        var visible = INVISIBLE.matcher(pasted).replaceAll("").replace('\u00a0', ' ');
        var plain = TAG.matcher(BREAK.matcher(visible).replaceAll("\n")).replaceAll("");
        if (!plain.equals(visible)) {
            mends.add(Mend.HTML, number);
        }
        if (plain.isBlank()) {
            mends.add(plain.equals(visible) ? Mend.BLANK : Mend.HTML, number);
            return;
        }
        if (!visible.equals(pasted) || plain.equals(visible) && !plain.equals(plain.strip())) {
            mends.add(Mend.SPACE, number);
        }
        plain.lines().map(String::strip).filter(part -> !part.isEmpty()).forEach(part -> bare(part, number));
    }

    private void bare(String line, int number) {
        if (FENCE.matcher(line).matches()) {
            mends.add(Mend.MARKDOWN, number);
            return;
        }
        if (COMMENT.matcher(line).matches()) {
            mends.add(Mend.COMMENT, number);
            return;
        }
        if (line.regionMatches(true, 0, "v=STSv1", 0, 7)) {
            mends.add(Mend.RECORD, number);
            return;
        }
        split(without(QUOTED, Mend.QUOTES, without(BULLET, Mend.MARKDOWN, line, number), number), number);
    }

    /** What is wrapped in marks, where it is a field. */
    private String without(Pattern marks, Mend mend, String line, int number) {
        var wrapped = marks.matcher(line);
        if (!wrapped.matches()) {
            return line;
        }
        var inner = wrapped.group(1).strip();
        boolean field = PolicyLine.isField(inner) || QUOTED.matcher(inner).matches();
        if (field) {
            mends.add(mend, number);
        }
        return field ? inner : line;
    }

    private void split(String line, int number) {
        var text = withoutEscapes(line);
        var parts = JOINED.split(text);
        if (parts.length > 1 || text.length() < line.length()) {
            mends.add(Mend.JOINED, number);
        }
        for (var part : parts) {
            var one = withoutEscapes(part).strip();
            if (!one.isEmpty()) {
                lines.addAll(PolicyValue.meant(PolicyLine.read(one, number, mends), mends));
            }
        }
    }

    /** A program writes a line end as two characters. */
    private static String withoutEscapes(String line) {
        int end = line.length();
        while (line.startsWith("\\n", end - 2) || line.startsWith("\\r", end - 2)) {
            end -= 2;
        }
        return line.substring(0, end);
    }

    /** Each once, and the version first. */
    private void arrange() {
        Set<String> seen = new HashSet<>();
        lines.removeIf(line -> {
            boolean again = line.name() != null && !seen.add(line.text());
            if (again) {
                mends.add(Mend.REPEATED, line.number());
            }
            return again;
        });
        var versions = lines.stream().filter(line -> line.is("version")).toList();
        if (versions.size() == 1 && !lines.getFirst().equals(versions.getFirst())) {
            lines.remove(versions.getFirst());
            lines.addFirst(versions.getFirst());
            mends.add(Mend.VERSION_FIRST, versions.getFirst().number());
        }
        if (versions.isEmpty() && has("mode") && has("max_age")) {
            lines.addFirst(new PolicyLine(0, "version", "STSv1"));
            mends.add(Mend.VERSION_MISSING, 0);
        }
    }

    private boolean has(@Nullable String field) {
        return field != null && lines.stream().anyMatch(line -> line.is(field));
    }
}
