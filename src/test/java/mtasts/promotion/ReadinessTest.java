package mtasts.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mtasts.domain.Place;
import mtasts.policy.Deed;
import mtasts.policy.Draft;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Typed;
import mtasts.policy.Word;
import mtasts.promotion.Readiness.Verdict;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyId;
import mtasts.web.Criterion;
import mtasts.web.Mark;
import mtasts.web.Meter;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

    private static final Instant SINCE = Instant.parse("2026-03-08T09:12:00Z");
    private static final Duration TWO_WEEKS = Duration.ofHours(14 * 24);
    private static final Word WHOLE = new Word(true, true, true);

    @ParameterizedTest(name = "{0}, {1}, word {2}: {3}")
    @CsvSource({
        "PT336H, mx1.example.net, whole, READY",
        "PT336H, mx1.example.net, none, UNKNOWN",
        "PT336H, mx1.example.net, part, UNKNOWN",
        "PT335H59M59S, mx1.example.net, whole, NOT_READY",
        "PT335H59M59S, mx1.example.net, none, UNKNOWN",
        "PT336H, mx9.example.net, whole, NOT_READY",
        "PT336H, mx9.example.net, none, UNKNOWN",
        "PT336H, *.amazonaws.com, whole, NOT_READY",
        "PT0S, mx1.example.net, whole, NOT_READY"
    })
    void theVerdictFollowsFromEveryRequirement(Duration gone, String mx, String word, Verdict verdict) {
        var given = switch (word) {
            case "whole" -> WHOLE;
            case "part" -> new Word(true, false, true);
            case "none" -> null;
            default -> throw new IllegalArgumentException(word);
        };
        assertThat(readiness(gone, version(mx), List.of("mx1.example.net"), given)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void everyRequirementIsJudgedOnceInItsOrder() {
        var readiness = readiness(TWO_WEEKS, version("mx1.example.net"), List.of("mx1.example.net"), WHOLE);
        assertThat(readiness.judged()).extracting(Readiness.Judged::requirement).containsExactly(Requirement.values());
        assertThat(readiness.met()).isEqualTo(4);
        assertThat(readiness.total()).isEqualTo(4);
    }

    @Test
    void onlyTheWordIsWantingWhenAllElseIsMet() {
        assertThat(readiness(TWO_WEEKS, version("mx1.example.net"), List.of("mx1.example.net"), null)
                        .wantsTheWordOnly())
                .isTrue();
        assertThat(readiness(TWO_WEEKS.minusNanos(1), version("mx1.example.net"), List.of("mx1.example.net"), WHOLE)
                        .wantsTheWordOnly())
                .isFalse();
    }

    @Test
    void daysAreFullDaysAndFillTheMeterUpToFourteen() {
        assertThat(due(Duration.ofHours(24 * 11 + 23)).number()).isEqualTo(Words.of("promotion.due.days", 11, 14));
        assertThat(due(Duration.ofHours(24 * 11 + 23)).meter()).isEqualTo(new Meter(11, 0, 14));
        assertThat(due(Duration.ofDays(21)).number()).isEqualTo(Words.of("promotion.due.enough", 21, 14));
        assertThat(due(Duration.ofDays(21)).meter()).isEqualTo(new Meter(14, 0, 14));
        assertThat(due(Duration.ofDays(21)).mark()).isEqualTo(Mark.MET);
    }

    @Test
    void anotherListOfHostsMovesNoDateAndIsSaid() {
        var changed = SINCE.plus(Duration.ofDays(10));
        var evidence = new Evidence(SINCE.plus(TWO_WEEKS), "example.com", SINCE, changed, null, true, List.of(), null);
        assertThat(criterion(evidence, Requirement.DUE))
                .returns(Mark.MET, Criterion::mark)
                .satisfies(criterion -> assertThat(criterion.why())
                        .isEqualTo(Words.of(
                                "promotion.due.window",
                                Words.of("promotion.due.since", Words.moment(SINCE)),
                                Words.moment(changed))));
    }

    @Test
    void outsideOfTestingNoDayHasGoneBy() {
        var criterion = criterion(evidence(null, SINCE, null, true, List.of("mx1.example.net"), null), Requirement.DUE);
        assertThat(criterion.mark()).isEqualTo(Mark.NOT_MET);
        assertThat(criterion.meter()).isEqualTo(new Meter(0, 0, 14));
    }

    @Test
    void hostsAreCountedAndTheMissingOnesAreNamed() {
        var hosts = List.of("mx1.example.net", "mx2.example.net", "a.b.example.org");
        var criterion = covered(version("mx1.example.net", "*.example.org"), hosts);
        assertThat(criterion.mark()).isEqualTo(Mark.NOT_MET);
        assertThat(criterion.number()).isEqualTo(Words.of("promotion.covered.number", 1, 3));
        assertThat(criterion.why().toString()).contains("mx2.example.net", "a.b.example.org");
    }

    @Test
    void withoutHostsNobodyCanTellWhetherTheyAreCovered() {
        assertThat(covered(version("mx1.example.net"), List.of()).mark()).isEqualTo(Mark.UNKNOWN);
    }

    @Test
    void aDomainThatTakesNoMailHasNoHostToBeCovered() {
        var evidence = evidence(SINCE, SINCE, candidate(version("mx1.example.net"), List.of()), false, List.of(), null);
        assertThat(criterion(evidence, Requirement.EVERY_HOST_COVERED).mark()).isEqualTo(Mark.MET);
    }

    @Test
    void whatWouldBePublishedIsJudgedAndNotWhatIs() {
        var hosts = names(List.of("mx1.example.net", "mx2.example.net"));
        var candidate = Candidate.of(version("mx1.example.net"), hosts);
        assertThat(candidate.text()).contains("mode: enforce", "max_age: 1209600");
        assertThat(candidate.grave())
                .as("in enforce an uncovered host is a danger")
                .hasSize(1);
    }

    @Test
    void aLongerMaxAgeStays() {
        var candidate = Candidate.of(version(new MaxAge(2_592_000), "mx1.example.net"), List.of());
        assertThat(candidate.text()).contains("max_age: 2592000");
        assertThat(candidate.longer()).isFalse();
    }

    @Test
    void ofADomainNeverPublishedTheDraftIsJudged() {
        var draft = Candidate.of(draft("604800", "MX1.example.net"), List.of());
        assertThat(draft.before()).contains("mode: testing", "mx: mx1.example.net", "max_age: 604800");
        assertThat(draft.text()).contains("mode: enforce", "mx: mx1.example.net", "max_age: 1209600");
    }

    @Test
    void anInvalidDraftIsNoTextThatCouldCoverAnything() {
        var evidence = evidence(
                null,
                SINCE,
                Candidate.of(draft("604800", "mx1_example"), List.of()),
                true,
                List.of("mx1.example.net"),
                null);
        assertThat(criterion(evidence, Requirement.EVERY_HOST_COVERED).mark()).isEqualTo(Mark.UNKNOWN);
        assertThat(criterion(evidence, Requirement.NO_DANGER).mark()).isEqualTo(Mark.NOT_MET);
    }

    @Test
    void withoutATextNothingIsKnownAboutIt() {
        var evidence = evidence(null, SINCE, null, true, List.of("mx1.example.net"), WHOLE);
        assertThat(Stream.of(Requirement.EVERY_HOST_COVERED, Requirement.NO_DANGER))
                .allSatisfy(requirement ->
                        assertThat(criterion(evidence, requirement).mark()).isEqualTo(Mark.UNKNOWN));
        assertThat(Readiness.of(evidence).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aWordInPartIsUnknownWithWhatIsTicked() {
        var criterion = readiness(
                        TWO_WEEKS, version("mx1.example.net"), List.of("mx1.example.net"), new Word(false, true, true))
                .criteria()
                .getLast();
        assertThat(criterion.mark()).isEqualTo(Mark.UNKNOWN);
        assertThat(criterion.number()).isEqualTo(Words.of("promotion.word.number", 2, 3));
        assertThat(criterion.meter()).isEqualTo(new Meter(2, 1, 3));
    }

    private static Criterion due(Duration gone) {
        return criterion(evidence(SINCE, SINCE.plus(gone), null, true, List.of(), null), Requirement.DUE);
    }

    private static Criterion covered(PolicyVersion version, List<String> hosts) {
        return criterion(
                evidence(SINCE, SINCE, candidate(version, hosts), true, hosts, null), Requirement.EVERY_HOST_COVERED);
    }

    private static Criterion criterion(Evidence evidence, Requirement requirement) {
        return requirement.judge(evidence);
    }

    private static Readiness readiness(Duration gone, PolicyVersion version, List<String> hosts, @Nullable Word word) {
        return Readiness.of(evidence(SINCE, SINCE.plus(gone), candidate(version, hosts), true, hosts, word));
    }

    private static Evidence evidence(
            @Nullable Instant since,
            Instant now,
            @Nullable Candidate candidate,
            boolean takesMail,
            List<String> hosts,
            @Nullable Word word) {
        return new Evidence(now, "example.com", since, since, candidate, takesMail, names(hosts), word);
    }

    private static Candidate candidate(PolicyVersion version, List<String> hosts) {
        return Candidate.of(version, names(hosts));
    }

    private static List<DomainName> names(List<String> hosts) {
        return hosts.stream().map(DomainName::of).toList();
    }

    private static Draft draft(String maxAge, String... mx) {
        return new Draft(1, new Typed(List.of(mx), maxAge, ""), SINCE, "postmaster", 1);
    }

    private static PolicyVersion version(String... mx) {
        return version(MaxAge.WEEK, mx);
    }

    private static PolicyVersion version(MaxAge maxAge, String... mx) {
        var patterns = Stream.of(mx).map(MxPattern::of).toList();
        return new PolicyVersion(
                1,
                1,
                new PolicyId("20260308091200abcd"),
                new Policy(Mode.TESTING, patterns, maxAge).text(),
                Mode.TESTING,
                patterns,
                maxAge,
                Place.HERE,
                SINCE,
                Deed.PUBLISHED,
                "postmaster",
                "",
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
