package mtasts.validator;

import java.util.List;
import java.util.regex.Pattern;

/** What was pasted. */
sealed interface Pasted {

    /**
     * A policy's text.
     *
     * @param line of what was pasted in which it begins, from 1
     */
    record PolicyText(String text, int line) {}

    /** Policies, each judged by itself. */
    record Policies(List<PolicyText> policies) implements Pasted {}

    /**
     * TXT records, and CNAME records in their stead.
     *
     * @param sets by owner
     * @param elsewhere how many records stand at other names than {@code _mta-sts}, and are not judged
     * @param unread how many lines are neither
     */
    record Records(List<RecordSet> sets, List<Alias> aliases, int elsewhere, int unread) implements Pasted {}

    /** What the person says it is. */
    enum Kind {
        /** It is to be found out. */
        EITHER,
        POLICY,
        RECORD;

        static Kind of(String choice) {
            return switch (choice) {
                case "policy" -> POLICY;
                case "record" -> RECORD;
                default -> EITHER;
            };
        }
    }

    /** A line that only a policy has. */
    Pattern FIELD = Pattern.compile(
            "^[^\\w\\n]{0,8}(?:version|mode|mx|max[-_ ]?age)\\s{0,8}[:=]",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** What only records have. */
    Pattern RECORD = Pattern.compile(
            "^\\s{0,99}(?:\"|v\\s{0,8}=|id\\s{0,8}=)|\\b(?:TXT|CNAME)\\s|\\btext\\s{0,8}=|descriptive text|canonical"
                    + " name\\s{0,8}=|is an alias for|v=STSv",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** Finds out what a text is, or takes the person's word for it. */
    static Pasted of(String text, Kind kind) {
        boolean records = switch (kind) {
            case POLICY -> false;
            case RECORD -> true;
            case EITHER -> !FIELD.matcher(text).find() && RECORD.matcher(text).find();
        };
        return records ? records(PastedRecords.read(text)) : new Policies(PolicyTexts.of(text));
    }

    private static Records records(PastedRecords pasted) {
        var aliases =
                pasted.aliases().stream().filter(alias -> isHere(alias.owner())).toList();
        var here = pasted.sets().stream()
                .filter(set -> isMeant(set) || aliases.stream().anyMatch(alias -> alias.leadsTo(set.owner())))
                .toList();
        if (here.isEmpty() && aliases.isEmpty()) {
            var sets = pasted.sets().isEmpty() ? List.of(new RecordSet("", List.of())) : pasted.sets();
            return new Records(sets, List.of(), pasted.aliases().size(), pasted.unread());
        }
        int elsewhere = number(pasted.sets()) - number(here) + pasted.aliases().size() - aliases.size();
        return new Records(here, aliases, elsewhere, pasted.unread());
    }

    private static int number(List<RecordSet> sets) {
        return sets.stream().mapToInt(set -> set.records().size()).sum();
    }

    private static boolean isMeant(RecordSet set) {
        return isHere(set.owner())
                || set.texts().stream().anyMatch(text -> text.regionMatches(true, 0, "v=STSv", 0, 6));
    }

    private static boolean isHere(String owner) {
        return owner.isEmpty() || owner.startsWith("_mta-sts");
    }
}
