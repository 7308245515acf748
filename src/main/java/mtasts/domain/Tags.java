package mtasts.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mtasts.web.FreeText;
import mtasts.web.Words;

/**
 * The tags of a domain as they were typed.
 *
 * @param values those that are tags: 1 to 40 of lower-case letters, digits and {@code . - _}
 * @param objections what is to be said against the text; with any, nothing is to be stored
 */
public record Tags(SortedSet<String> values, List<Words> objections) {

    /** The most tags that a domain may have. */
    public static final int MOST = 20;

    private static final Pattern TAG = Pattern.compile("[a-z0-9._-]{1,40}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    /** Reads tags in any case, between commas, semicolons, spaces or line ends. */
    public static Tags read(String text) {
        if (text.length() > FreeText.LONGEST) {
            return new Tags(new TreeSet<>(), List.of(Words.of("domain.tags.many", MOST)));
        }
        var hidden = FreeText.objection(text);
        if (hidden.isPresent()) {
            return new Tags(new TreeSet<>(), List.of(hidden.get()));
        }
        var typed = Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        var values = new TreeSet<>(typed.stream().filter(TAG.asMatchPredicate()).toList());
        var objections = new ArrayList<>(typed.stream()
                .filter(TAG.asMatchPredicate().negate())
                .map(tag -> Words.of("domain.tags.form", FreeText.shown(tag)))
                .limit(5)
                .toList());
        if (typed.size() > MOST) {
            objections.add(Words.of("domain.tags.many", MOST));
        }
        return new Tags(values, objections);
    }

    public static Tags none() {
        return new Tags(new TreeSet<>(), List.of());
    }
}
