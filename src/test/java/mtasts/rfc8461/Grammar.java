package mtasts.rfc8461;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammars of RFC 8461 §3.1 and §3.2 once more, as regular expressions, to hold the readers against. */
final class Grammar {

    private static final String LABEL = "[A-Za-z0-9](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?";
    private static final Pattern MX = Pattern.compile("(?=.{1,253}$)(?:\\*\\.)?" + LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern FIELD = Pattern.compile(
            "([A-Za-z0-9][-A-Za-z0-9_.]{0,31}):[ \\t]*+((?:[!-~]|[^\\x00-\\x7f])(?:[ -~]|[^\\x00-\\x7f])*+)[ \\t]*",
            Pattern.DOTALL);

    private static final String RECORD_FIELD = "[A-Za-z0-9][-A-Za-z0-9_.]{0,31}=[!-:<>-~]++";
    private static final Pattern RECORD =
            Pattern.compile("v=STSv1(?:[ \\t]*+;[ \\t]*+" + RECORD_FIELD + ")++(?:[ \\t]*+;[ \\t]*+)?");
    private static final Pattern ID = Pattern.compile(";[ \\t]*id=([^ \\t;]*)");

    private Grammar() {}

    static Optional<Policy> policy(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)
                || text.getBytes(StandardCharsets.UTF_8).length > Policy.LONGEST
                || text.startsWith("\uFEFF")) {
            return Optional.empty();
        }
        Map<String, String> first = new HashMap<>();
        List<MxPattern> mx = new ArrayList<>();
        for (String line : text.replaceFirst("\r?\n\\z", "").split("\r?\n", -1)) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                return Optional.empty();
            }
            String value = field.group(2).replaceFirst("[ \\t]+$", "");
            if (field.group(1).equals("mx")) {
                if (!MX.matcher(value).matches()) {
                    return Optional.empty();
                }
                mx.add(MxPattern.of(value));
            }
            first.putIfAbsent(field.group(1), value);
        }
        return policy(first, mx);
    }

    private static Optional<Policy> policy(Map<String, String> fields, List<MxPattern> mx) {
        String maxAge = fields.getOrDefault("max_age", "");
        Optional<Mode> mode = Mode.of(fields.getOrDefault("mode", ""));
        boolean valid = "STSv1".equals(fields.get("version"))
                && mode.isPresent()
                && (mode.get() == Mode.NONE || !mx.isEmpty())
                && maxAge.matches("[0-9]{1,10}")
                && Long.parseLong(maxAge) <= 31_557_600;
        return valid ? Optional.of(new Policy(mode.get(), mx, new MaxAge(Long.parseLong(maxAge)))) : Optional.empty();
    }

    static Optional<String> id(String record) {
        Matcher id = ID.matcher(record);
        return RECORD.matcher(record).matches() && id.find() && id.group(1).matches("[A-Za-z0-9]{1,32}")
                ? Optional.of(id.group(1))
                : Optional.empty();
    }
}
