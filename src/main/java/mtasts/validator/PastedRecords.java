package mtasts.validator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads TXT records as people paste them: bare, as lines of a zone (RFC 1035 §5.1), or as {@code dig}, {@code host} and
 * {@code nslookup} print them.
 */
final class PastedRecords {

    private static final Pattern TYPED = Pattern.compile(
            "(?:([^\\s\"]{1,300})\\s++)?(?:\\d{1,10}[smhdw]?\\s++)?(?:IN\\s++)?(?:\\d{1,10}[smhdw]?\\s++)?TXT(?:\\s++(.*))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ALIAS = Pattern.compile(
            "(?:(\\S{1,300})\\s++)?(?:\\d{1,10}[smhdw]?\\s++)?(?:IN\\s++)?(?:\\d{1,10}[smhdw]?\\s++)?CNAME\\s++(\\S{1,300}).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PRINTED_ALIAS = Pattern.compile(
            "(\\S{1,300})\\s++(?:is an alias for|canonical name\\s*+=)\\s*+(\\S{1,300})", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRINTED = Pattern.compile(
            "(\\S{1,300})\\s++(?:descriptive text|text\\s*+=)\\s*+(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BARE =
            Pattern.compile("\\s*+(?:v|id)\\s*+=.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Map<String, List<List<String>>> sets = new LinkedHashMap<>();
    private final Set<Alias> aliases = new LinkedHashSet<>();
    private final List<List<String>> others = new ArrayList<>();
    private String owner = "";

    private PastedRecords() {}

    static PastedRecords read(String text) {
        var pasted = new PastedRecords();
        withoutParentheses(text).forEach(pasted::line);
        return pasted;
    }

    private boolean isBare() {
        return sets.isEmpty() && aliases.isEmpty() && !others.isEmpty();
    }

    /** The CNAME records. */
    List<Alias> aliases() {
        return List.copyOf(aliases);
    }

    /** How many lines are no record. */
    int unread() {
        return isBare() ? 0 : others.size();
    }

    /** The records by owner, in the order of their first lines; without any, every line is one. */
    List<RecordSet> sets() {
        if (isBare()) {
            return List.of(new RecordSet("", others));
        }
        return sets.entrySet().stream()
                .map(set -> new RecordSet(set.getKey(), set.getValue()))
                .toList();
    }

    private void line(String line) {
        var stripped = line.strip();
        if (stripped.isEmpty() || stripped.startsWith(";") || stripped.startsWith("$")) {
            return;
        }
        var typed = TYPED.matcher(stripped);
        if (typed.matches()) {
            boolean named = typed.group(1) != null && !Character.isWhitespace(line.charAt(0));
            owner = named ? typed.group(1) : owner;
            add(typed.group(2) == null ? "" : typed.group(2));
            return;
        }
        if (isAlias(ALIAS.matcher(stripped)) || isAlias(PRINTED_ALIAS.matcher(stripped))) {
            return;
        }
        var printed = PRINTED.matcher(stripped);
        if (printed.matches()) {
            owner = printed.group(1);
            add(printed.group(2));
        } else if (stripped.startsWith("\"")) {
            add(stripped);
        } else if (BARE.matcher(line).matches()) {
            sets.computeIfAbsent("", first -> new ArrayList<>()).add(List.of(line));
        } else {
            others.add(List.of(line));
        }
    }

    private boolean isAlias(Matcher alias) {
        boolean matches = alias.matches();
        if (matches) {
            owner = alias.group(1) == null ? owner : alias.group(1);
            aliases.add(new Alias(owner.toLowerCase(Locale.ROOT), alias.group(2).toLowerCase(Locale.ROOT)));
        }
        return matches;
    }

    private void add(String data) {
        var strings = data.startsWith("\"") ? strings(data) : List.of(data.replace("\\;", ";"));
        if (!data.isEmpty()) {
            sets.computeIfAbsent(owner.toLowerCase(Locale.ROOT), first -> new ArrayList<>())
                    .add(strings);
        }
    }

    /** Character-strings in quotes, and words between them; what stands behind a semicolon is a remark. */
    private static List<String> strings(String data) {
        var strings = new ArrayList<String>();
        int position = 0;
        while (position < data.length() && data.charAt(position) != ';') {
            if (data.charAt(position) == '"') {
                var string = new StringBuilder();
                position = quoted(data, position + 1, string);
                strings.add(string.toString());
            } else if (Character.isWhitespace(data.charAt(position))) {
                position++;
            } else {
                int end = position;
                while (end < data.length() && data.charAt(end) != '"' && !Character.isWhitespace(data.charAt(end))) {
                    end++;
                }
                strings.add(data.substring(position, end));
                position = end;
            }
        }
        return strings;
    }

    /** Up to the closing quote; {@code \"} and {@code \032} stand for one character. */
    private static int quoted(String data, int start, StringBuilder string) {
        int position = start;
        while (position < data.length() && data.charAt(position) != '"') {
            if (data.charAt(position) == '\\' && position + 1 < data.length()) {
                position++;
                if (isNumber(data, position)) {
                    string.append((char) Integer.parseInt(data.substring(position, position + 3)));
                    position += 3;
                    continue;
                }
            }
            string.append(data.charAt(position));
            position++;
        }
        return Math.min(position + 1, data.length());
    }

    private static boolean isNumber(String data, int position) {
        return position + 3 <= data.length()
                && data.substring(position, position + 3).chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** Lines, where those between parentheses outside quotes are one. */
    private static List<String> withoutParentheses(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        boolean remark = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean end = character == '\n' || character == '\r';
            if (end && depth == 0) {
                lines.add(line.toString());
                line.setLength(0);
                quoted = false;
                remark = false;
                continue;
            }
            if (character == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                line.append("\\\"");
                i++;
                continue;
            }
            quoted = character == '"' ? !quoted : quoted && !end;
            remark = !end && (remark || depth > 0 && !quoted && character == ';');
            if (!quoted && !remark && (character == '(' || character == ')')) {
                depth = Math.max(0, depth + (character == '(' ? 1 : -1));
                line.append(' ');
            } else if (!remark) {
                line.append(end ? ' ' : character);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
