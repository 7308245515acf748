package mtasts.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mtasts.rfc8461.MaxAge;
import mtasts.web.FreeText;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The editor's form: what was typed, and what it was opened on.
 *
 * @param mx the lines, also those with nothing in them
 * @param reason why in spite of a danger
 * @param current the number of the version that was current, 0 for none
 * @param lock of the draft that was open, {@code null} for none
 */
record PolicyForm(
        List<String> mx,
        String maxAge,
        String note,
        String reason,
        int current,
        @Nullable Integer lock) {

    private static final Pattern LINE_END = Pattern.compile("\\R");

    /** The most lines that are taken; a domain has at most half as many MX hosts. */
    static final int MOST_LINES = 200;

    /** The most characters of a line that a program may send, or that are kept of a text that is adopted. */
    static final int LONGEST_LINE = 1_000;

    PolicyForm {
        mx = List.copyOf(mx);
    }

    /** What the form holds when it is opened: the draft, else what is published, else next to nothing. */
    static PolicyForm opened(Optional<PolicyVersion> current, Optional<Draft> draft) {
        int number = current.map(PolicyVersion::number).orElse(0);
        return draft.map(open -> of(open.typed(), number, open.lock()))
                .or(() -> current.map(version -> of(Typed.of(version.policy()), number, null)))
                .orElseGet(PolicyForm::blank);
    }

    /** For a domain that has neither version nor draft. */
    static PolicyForm blank() {
        return new PolicyForm(List.of(""), MaxAge.WEEK.text(), "", "", 0, null);
    }

    static PolicyForm of(Typed typed, int current, @Nullable Integer lock) {
        return new PolicyForm(typed.mx(), typed.maxAge(), typed.note(), "", current, lock);
    }

    /** Reads what was sent. Several lines pasted into one field are several lines. */
    static PolicyForm read(MultiValueMap<String, String> sent) {
        var mx = sent.getOrDefault("mx", List.of()).stream()
                .flatMap(
                        field -> field.isBlank() ? Stream.of("") : field.lines().filter(Predicate.not(String::isBlank)))
                .limit(MOST_LINES + 1L)
                .toList();
        return new PolicyForm(
                mx,
                maxAge(sent),
                FreeText.kept(first(sent, "note")),
                FreeText.kept(first(sent, "reason")),
                number(first(sent, "current"), 0),
                first(sent, "lock").isEmpty() ? null : (Integer) number(first(sent, "lock"), -1));
    }

    /** A length that was picked from the list goes before the one that stands in the field, which holds one line. */
    private static String maxAge(MultiValueMap<String, String> sent) {
        var preset = first(sent, "preset");
        var chosen = preset.isEmpty() || preset.equals(first(sent, "preset-shown")) ? first(sent, "max-age") : preset;
        return LINE_END.matcher(chosen).replaceAll("");
    }

    /** Whether there are more lines than are taken. */
    boolean tooLong() {
        return mx.size() > MOST_LINES;
    }

    Typed typed() {
        return new Typed(mx, maxAge, note);
    }

    /** The same with another line at a place counted from 0; with {@code null} without the line that stands there. */
    PolicyForm with(int place, @Nullable String line) {
        var changed = new ArrayList<>(mx);
        if (place < 0 || place >= changed.size()) {
            return this;
        }
        if (line == null) {
            changed.remove(place);
        } else {
            changed.set(place, line);
        }
        return new PolicyForm(changed, maxAge, note, reason, current, lock);
    }

    /** The same with a further line at the end. */
    PolicyForm and(String line) {
        var more = Stream.concat(mx.stream(), Stream.of(line)).toList();
        return new PolicyForm(more, maxAge, note, reason, current, lock);
    }

    PolicyForm withMaxAge(String maxAge) {
        return new PolicyForm(mx, maxAge, note, reason, current, lock);
    }

    /** The same, opened on what there is now. */
    PolicyForm on(int current, @Nullable Integer lock) {
        return new PolicyForm(mx, maxAge, note, reason, current, lock);
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }
}
