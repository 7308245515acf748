package mtasts.validator;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyReader;
import mtasts.rfc8461.Reading;
import mtasts.rfc8461.Severity;
import mtasts.rfc8461.StsRecord;
import mtasts.rfc8461.StsRecordReader;
import mtasts.web.FindingView;
import mtasts.web.FindingViews;
import mtasts.web.Listing;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What senders make of one thing that was pasted, as the page shows it.
 *
 * @param which of several policies it is, {@code null} where there is one thing
 * @param owner the name at which records stand; empty where it is not known
 * @param listing the text with its marked lines, no more of them than can be looked through
 * @param moreLines how many lines there are besides
 * @param findings no more of a kind than can be looked through
 * @param corrected the text as it was meant, {@code null} where there is nothing to put right
 */
record Verdict(
        @Nullable Words which,
        String owner,
        Mark mark,
        Words title,
        Words say,
        Listing listing,
        int moreLines,
        List<FindingView> findings,
        @Nullable Corrected corrected) {

    private static final int MOST_LINES = 500;
    private static final int LONGEST_LINE = 1_000;

    /** Judges the text of a policy. */
    static Verdict ofPolicy(String text) {
        return ofPolicy(null, text);
    }

    /** Judges a file that is no text in UTF-8. */
    static Verdict ofPolicy(byte[] octets) {
        var reading = PolicyReader.read(octets);
        var lines = new String(octets, StandardCharsets.UTF_8).lines().toList();
        return of("policy", null, "", reading, reading.value().map(Verdict::said), lines, null);
    }

    /** Judges one of several policies. */
    static Verdict ofPolicy(Pasted.PolicyText policy, int number, int all) {
        return ofPolicy(Words.of("validator.which", number, all, policy.line()), policy.text());
    }

    private static Verdict ofPolicy(@Nullable Words which, String text) {
        var reading = PolicyReader.read(text);
        boolean tooLong = text.length() > Policy.LONGEST;
        var corrected = tooLong ? Optional.<Corrected>empty() : PolicyCorrection.of(text);
        return of(
                "policy",
                which,
                "",
                reading,
                reading.value().map(Verdict::said),
                text.lines().toList(),
                corrected.orElse(null));
    }

    /** Judges the records at one name. */
    static Verdict ofRecords(RecordSet set) {
        var reading = StsRecordReader.readSet(set.records());
        var texts = set.texts();
        var corrected = texts.size() == 1 ? RecordCorrection.of(texts.getFirst()) : Optional.<Corrected>empty();
        return of(
                "record",
                null,
                set.owner(),
                reading,
                reading.value().map(Verdict::said),
                texts,
                corrected.orElse(null));
    }

    /**
     * Judges a CNAME record that stands where senders look for the record.
     *
     * @param records what else was pasted
     */
    static Verdict ofAlias(Alias alias, Pasted.Records records) {
        boolean alone = records.sets().stream().noneMatch(set -> set.owner().equals(alias.owner()))
                && records.aliases().stream()
                                .filter(other -> other.owner().equals(alias.owner()))
                                .count()
                        == 1;
        boolean known = records.sets().stream().anyMatch(set -> alias.leadsTo(set.owner()))
                || records.aliases().stream().anyMatch(other -> alias.leadsTo(other.owner()));
        var mark = !alone ? Mark.INVALID : known ? Mark.OK : Mark.UNKNOWN;
        return new Verdict(
                null,
                alias.owner(),
                mark,
                alone
                        ? Words.of("validator.verdict.alias", alias.target())
                        : Words.of("validator.verdict.alias.beside"),
                Words.of("validator.verdict.alias." + mark.style() + ".say", alias.target()),
                new Listing(Words.of("validator.listing.record"), List.of()),
                0,
                List.of(),
                null);
    }

    private static Verdict of(
            String kind,
            @Nullable Words which,
            String owner,
            Reading<?> reading,
            Optional<Words> said,
            List<String> lines,
            @Nullable Corrected corrected) {
        var findings = reading.findings();
        var worst = said.isEmpty()
                ? Severity.INVALID
                : findings.stream()
                        .map(Finding::severity)
                        .min(Comparator.naturalOrder())
                        .orElse(Severity.OK);
        var mark = Mark.of(worst);
        return new Verdict(
                which,
                owner,
                mark,
                Words.of("validator.verdict." + kind + "." + mark.style()),
                said.orElseGet(() -> refused(findings)),
                listing(kind, lines, findings),
                Math.max(0, lines.size() - MOST_LINES),
                FindingViews.of(findings),
                corrected);
    }

    private static Words said(Policy policy) {
        return policy.mx().isEmpty()
                ? Words.of(
                        "validator.verdict.policy.bare",
                        policy.mode().text(),
                        policy.maxAge().duration())
                : Words.of(
                        "validator.verdict.policy.said",
                        policy.mode().text(),
                        policy.mx().size(),
                        policy.maxAge().duration());
    }

    private static Words said(StsRecord record) {
        return Words.of("validator.verdict.record.said", record.id().text());
    }

    private static Words refused(List<Finding> findings) {
        long invalid = count(findings, Severity.INVALID);
        long danger = count(findings, Severity.DANGER);
        if (invalid == 0) {
            return Words.of("validator.verdict.refused");
        }
        return danger == 0
                ? Words.of("validator.verdict.refused.invalid", invalid)
                : Words.of("validator.verdict.refused.both", invalid, danger);
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static Listing listing(String kind, List<String> lines, List<Finding> findings) {
        var text = lines.stream().limit(MOST_LINES).map(Verdict::shortened).toList();
        var listing = new Listing(
                Words.of("validator.listing." + kind),
                text.stream().map(line -> new Listing.Line(null, line, "", "")).toList());
        for (var finding : findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList()) {
            var place = finding.place();
            listing = listing.marked(
                    place.line(), place.column(), place.column() + place.length(), Mark.of(finding.severity()));
        }
        return listing;
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
