package mtasts.validator;

import java.util.List;
import java.util.regex.Pattern;

/** What was pasted. */
sealed interface Pasted {

    /** A policy's text. */
    record PolicyText(String text) implements Pasted {}

    /**
     * TXT records.
     *
     * @param sets by owner
     * @param elsewhere how many records stand at other names than {@code _mta-sts}, and are not judged
     */
    record Records(List<RecordSet> sets, int elsewhere) implements Pasted {}

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
            "^\\s{0,99}(?:\"|v\\s{0,8}=|id\\s{0,8}=)|\\bTXT\\s|\\btext\\s{0,8}=|descriptive text|v=STSv",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** Finds out what a text is, or takes the person's word for it. */
    static Pasted of(String text, Kind kind) {
        boolean records = switch (kind) {
            case POLICY -> false;
            case RECORD -> true;
            case EITHER -> !FIELD.matcher(text).find() && RECORD.matcher(text).find();
        };
        return records ? records(PastedRecords.read(text)) : new PolicyText(text);
    }

    private static Records records(List<RecordSet> sets) {
        if (sets.isEmpty()) {
            return new Records(List.of(new RecordSet("", List.of())), 0);
        }
        var here = sets.stream().filter(Pasted::isMeant).toList();
        int all = sets.stream().mapToInt(set -> set.records().size()).sum();
        int judged = here.stream().mapToInt(set -> set.records().size()).sum();
        return here.isEmpty() ? new Records(sets, 0) : new Records(here, all - judged);
    }

    private static boolean isMeant(RecordSet set) {
        return set.owner().isEmpty()
                || set.owner().startsWith("_mta-sts")
                || set.texts().stream().anyMatch(text -> text.regionMatches(true, 0, "v=STSv", 0, 6));
    }
}
