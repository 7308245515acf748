package mtasts.policy;

import static mtasts.policy.Past.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.domain.SomeDomain;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.web.Words;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private final Past past = new Past();
    private Domain domain = domain(Place.HERE, "mx1.example.net", "mx2.example.net");

    @Test
    void theFirstPublicationBeginsTestingAndChangesNothingForMail() {
        var effects = effects(0, "604800", "mx1.example.net", "mx2.example.net");

        assertThat(effects.warnings()).isEmpty();
        assertThat(effects.plain())
                .containsExactly(
                        Words.of("policy.effect.mail.testing"),
                        Words.of("policy.effect.testing.begins", Words.weekday(day(14))),
                        Words.of("policy.effect.dns.first"));
    }

    @Test
    void elsewhereTheFileComesBeforeTheRecord() {
        domain = domain(Place.ELSEWHERE, "mx1.example.net");

        assertThat(effects(0, "604800", "mx1.example.net").plain())
                .containsSubsequence(Words.of("policy.effect.file.first"), Words.of("policy.effect.dns.first"));
        past.elsewhere(Mode.TESTING, 0, day(0), "mx1.example.net");
        assertThat(effects(1, "86400", "mx1.example.net").plain())
                .containsSubsequence(
                        Words.of("policy.effect.file.next", 1),
                        Words.of("policy.effect.dns.next", "_mta-sts.example.com"));
    }

    @Test
    void testingDaysStayWhateverChanges() {
        past.here(Mode.TESTING, 0, "mx1.example.net", "mx2.example.net");

        assertThat(effects(11, "1209600", "mx2.example.net", "mx1.example.net").plain())
                .contains(Words.of("policy.effect.testing.stays", 11L, Words.weekday(day(14))));
        assertThat(effects(11, "604800", "mx1.example.net", "mx2.example.net", "mx3.example.net")
                        .plain())
                .contains(Words.of("policy.effect.testing.window", 11L, Words.weekday(day(14))));
        assertThat(effects(20, "1209600", "mx1.example.net", "mx2.example.net").plain())
                .contains(Words.of("policy.effect.testing.due", 20L));
        assertThat(effects(20, "604800", "mx1.example.net").plain())
                .contains(Words.of("policy.effect.testing.due-window", 20L));
    }

    @Test
    void afterNoneTestingBeginsAnew() {
        past.here(Mode.TESTING, 0, "mx1.example.net").here(Mode.NONE, 10, "mx1.example.net");

        assertThat(effects(20, "604800", "mx1.example.net").plain())
                .contains(Words.of("policy.effect.testing.anew", Words.weekday(day(34))));
    }

    @Test
    void inTestingANewHostNeedNotWait() {
        past.here(Mode.TESTING, 0, "mx1.example.net", "mx2.example.net");

        assertThat(effects(1, "604800", "mx1.example.net", "mx2.example.net", "mx3.example.net")
                        .plain())
                .contains(Words.of("policy.effect.new-mx.testing"));
        assertThat(effects(1, "86400", "mx1.example.net").plain())
                .doesNotContain(Words.of("policy.effect.new-mx.testing"));
    }

    @Test
    void inEnforceANewHostWaitsAndBothDatesAreTold() {
        past.here(Mode.ENFORCE, MaxAge.TWO_WEEKS, 0, "mx1.example.net", "mx2.example.net");

        assertThat(effects(20, "1209600", "mx1.example.net", "mx2.example.net", "mx3.example.net")
                        .plain())
                .contains(Words.of(
                        "policy.effect.new-mx.enforce",
                        Words.moment(day(20).plus(Duration.ofHours(1))),
                        Words.day(day(34)),
                        1));
    }

    @Test
    void aHostNoLongerCoveredIsSaidFirst() {
        past.here(Mode.ENFORCE, MaxAge.TWO_WEEKS, 0, "mx1.example.net", "mx2.example.net");

        var effects = effects(20, "1209600", "mx1.example.net");

        assertThat(effects.warnings())
                .containsExactly(
                        Words.of("policy.effect.uncovers.enforce", List.of(DomainName.of("mx2.example.net")), 1));
        assertThat(effects.plain()).first().isEqualTo(Words.of("policy.effect.mail.others"));
    }

    @Test
    void inTestingItHoldsNothingBack() {
        past.here(Mode.TESTING, 0, "*.example.net");

        assertThat(effects(1, "604800", "mx1.example.net").warnings())
                .containsExactly(
                        Words.of("policy.effect.uncovers.testing", List.of(DomainName.of("mx2.example.net")), 1));
    }

    @Test
    void aHostThatStaysUncoveredIsToldOfTheMail() {
        past.here(Mode.ENFORCE, MaxAge.TWO_WEEKS, 0, "mx1.example.net");

        var effects = effects(1, "1209600", "mx1.example.net", "mx3.example.net");

        assertThat(effects.warnings())
                .containsExactly(Words.of("policy.effect.held", List.of(DomainName.of("mx2.example.net")), 1));
        assertThat(effects.plain()).first().isEqualTo(Words.of("policy.effect.mail.others"));
    }

    @Test
    void whereNoHostIsCoveredNothingComesIn() {
        past.here(Mode.ENFORCE, MaxAge.TWO_WEEKS, 0, "mx1.example.net");

        assertThat(effects(1, "1209600", "mx3.example.net").plain())
                .first()
                .isEqualTo(Words.of("policy.effect.mail.none"));
    }

    @Test
    void aShorterLengthInEnforceIsSaidFirst() {
        past.here(Mode.ENFORCE, MaxAge.TWO_WEEKS, 0, "mx1.example.net", "mx2.example.net");

        assertThat(effects(20, "604800", "mx1.example.net", "mx2.example.net").warnings())
                .containsExactly(Words.of(
                        "policy.effect.shorter", Duration.ofDays(7), Duration.ofDays(14), 1, Words.day(day(34))));
        assertThat(effects(20, "1209601", "mx1.example.net", "mx2.example.net").warnings())
                .isEmpty();
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        past.here(Mode.ENFORCE, MaxAge.TWO_WEEKS, 0, "mx1.example.net", "mx2.example.net");

        assertThat(effects(20, "a week", "mx1.example.net", "mx2.example.net", "not a name")
                        .warnings())
                .isEmpty();
    }

    private Effects effects(int day, String maxAge, String... mx) {
        return Effects.of(domain, past.timeline(), new Typed(List.of(mx), maxAge, ""), day(day));
    }

    private static Domain domain(Place place, String... hosts) {
        return SomeDomain.of(DomainName.of("example.com"), place, day(0), hosts);
    }
}
