package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import mtasts.ApplicationTest;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class StandingsTest extends WithDomains {

    private static final int HISTORIES = 150;

    @Autowired
    private Standings standings;

    @Autowired
    private Versions versions;

    @Autowired
    private Confirmations confirmations;

    @Test
    void whatIsKeptIsWhatTheTimelineSaysWhateverTheHistory() {
        transaction.executeWithoutResult(status -> {
            for (int seed = 0; seed < HISTORIES; seed++) {
                var domain = register(DomainName.of("d" + seed + ".example"), Place.HERE, "mx.example.net");
                new History(domain, new Random(seed)).happen();
                standings.keep(domain.id());

                var timeline = Timeline.of(versions.of(domain));
                assertThat(standings.of(domain)).as("seed %d", seed).isEqualTo(timeline.standing());
                assertThat(served(domain))
                        .as("seed %d", seed)
                        .isEqualTo(versions.of(domain).stream()
                                .filter(version -> version.file() != null || version.served() != null)
                                .map(PolicyVersion::number)
                                .findFirst()
                                .orElse(null));
                assertThat(liveSince(domain))
                        .as("seed %d", seed)
                        .isEqualTo(versions.of(domain).reversed().stream()
                                .map(version -> Optional.ofNullable(version.liveAt()))
                                .toList());
            }
        });
    }

    @Test
    void rebuildingMendsWhateverIsWrongAndTouchesNothingElse() {
        List<Domain> domains = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            for (int seed = 0; seed < 20; seed++) {
                var domain = register(DomainName.of("d" + seed + ".example"), Place.HERE, "mx.example.net");
                new History(domain, new Random(seed)).happen();
                domains.add(domain);
            }
        });
        var published = (int) domains.stream()
                .filter(domain -> versions.current(domain).isPresent())
                .count();
        var never = domains.stream()
                .filter(domain -> versions.current(domain).isEmpty())
                .findFirst()
                .orElseThrow();
        jdbc.sql("update domain set mode = 'enforce', current_version = 3 where id = :id")
                .param("id", never.id())
                .update();

        assertThat(standings.rebuild()).isEqualTo(published + 1);
        assertThat(standings.rebuild()).isZero();
        assertThat(domains)
                .allSatisfy(domain -> assertThat(standings.of(domain))
                        .isEqualTo(Timeline.of(versions.of(domain)).standing()));
    }

    private Integer served(Domain domain) {
        return jdbc.sql("select number from served_policy where domain_id = :id")
                .param("id", domain.id())
                .query(Integer.class)
                .list()
                .getFirst();
    }

    private List<Optional<Instant>> liveSince(Domain domain) {
        return jdbc.sql("select live_at from policy_live where domain_id = :id order by number")
                .param("id", domain.id())
                .query((row, number) -> Optional.ofNullable(row.getObject("live_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .list();
    }

    /** Anything that the application lets happen to a domain's versions, in any order. */
    private final class History {

        private final Domain domain;
        private final Random random;
        private final List<PolicyVersion> published = new ArrayList<>();
        private Place place;
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        History(Domain domain, Random random) {
            this.domain = domain;
            this.random = random;
            this.place = random.nextBoolean() ? Place.HERE : Place.ELSEWHERE;
        }

        void happen() {
            for (int step = random.nextInt(12); step > 0; step--) {
                now = now.plus(Duration.ofSeconds(1 + random.nextInt(40 * 86_400)))
                        .plusNanos(1000L * random.nextInt(1000));
                switch (random.nextInt(7)) {
                    case 0 -> fileIsUp();
                    case 1, 2 -> move();
                    case 3 -> recordsCreated();
                    default -> publish();
                }
            }
        }

        private void publish() {
            var mode = Mode.values()[random.nextInt(3)];
            var maxAge = new MaxAge(random.nextInt(31_557_600));
            var mx = List.of(MxPattern.of("mx" + random.nextInt(2) + ".example.net"));
            var policy = new Policy(mode, mx, maxAge);
            var adopted = published.isEmpty() && random.nextInt(3) == 0 ? adopted() : null;
            var version = new PolicyVersion(
                    domain.id(),
                    published.size() + 1,
                    PolicyId.of(now, policy.text()),
                    policy.text(),
                    mode,
                    mx,
                    maxAge,
                    place,
                    now,
                    adopted == null ? Deed.PUBLISHED : Deed.ADOPTED,
                    "postmaster",
                    "",
                    null,
                    null,
                    null,
                    null,
                    null,
                    adopted);
            versions.append(List.of(version), new Author(null, "postmaster"));
            published.add(version);
            if (place == Place.HERE) {
                serveHere(null);
            }
        }

        private Adopted adopted() {
            return new Adopted(
                    random.nextBoolean() ? null : now.minusSeconds(random.nextInt(40 * 86_400)),
                    random.nextBoolean() ? null : new MaxAge(random.nextInt(3) * 86_400));
        }

        private void fileIsUp() {
            if (!published.isEmpty() && place == Place.ELSEWHERE) {
                confirmations.file(published.getLast(), confirmation());
            }
        }

        private void serveHere(@Nullable Confirmation file) {
            if (file == null
                    && !confirmations.mayBeUpElsewhere(List.of(domain.id())).isEmpty()) {
                confirmations.served(published.getLast(), confirmation());
            } else {
                confirmations.file(published.getLast(), confirmation());
            }
        }

        private void move() {
            place = place == Place.HERE ? Place.ELSEWHERE : Place.HERE;
            if (place == Place.HERE && !published.isEmpty()) {
                serveHere(file());
            }
        }

        private void recordsCreated() {
            if (!published.isEmpty() && (place == Place.HERE || file() != null)) {
                confirmations.records(published.getLast(), new Reach.Records(place, null, null), now, "postmaster");
                if (file() == null) {
                    confirmations.file(published.getLast(), confirmation());
                }
            }
        }

        private @Nullable Confirmation file() {
            return versions.current(domain).orElseThrow().file();
        }

        private Confirmation confirmation() {
            return new Confirmation(now, "postmaster", place);
        }
    }
}
