package mtasts.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import mtasts.FakeClock;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final String ADA = "ada@example.net";

    private final FakeClock clock = new FakeClock();
    private final Throttle throttle = new Throttle(clock);

    private long allowed(int guesses, String account, String address) {
        return IntStream.range(0, guesses)
                .filter(guess -> throttle.guess(account, address).isEmpty())
                .count();
    }

    @Test
    void oneAccountIsGuessedAtFiveTimesFromOneAddressAndThenOnceInThreeMinutes() {
        assertThat(allowed(100, ADA, "203.0.113.1")).isEqualTo(5);
        assertThat(throttle.guess(ADA, "203.0.113.1")).hasValue(Duration.ofMinutes(3));
        clock.advance(Duration.ofSeconds(150));
        assertThat(throttle.guess(ADA, "203.0.113.1")).hasValue(Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(30));
        assertThat(allowed(2, ADA, "203.0.113.1")).isEqualTo(1);
        clock.advance(Duration.ofHours(10));
        assertThat(allowed(100, ADA, "203.0.113.1")).isEqualTo(5);
    }

    @Test
    void whoeverIsStoppedDoesNotUseUpWhatTheOwnerHas() {
        allowed(10_000, ADA, "203.0.113.1");
        assertThat(allowed(5, ADA, "198.51.100.7")).isEqualTo(5);
    }

    @Test
    void oneAddressTriesThirtyTimesWhateverTheAccounts() {
        assertThat(IntStream.range(0, 200)
                        .filter(guess -> throttle.guess("somebody" + guess + "@example.net", "203.0.113.1")
                                .isEmpty())
                        .count())
                .isEqualTo(30);
        assertThat(throttle.guess("another@example.net", "203.0.113.1")).hasValue(Duration.ofSeconds(30));
        assertThat(throttle.guess("another@example.net", "203.0.113.2")).isEmpty();
    }

    @Test
    void manyAddressesTogetherGuessAHundredTimesAndTheOwnersOwnAddressStaysOpen() {
        throttle.guess(ADA, "198.51.100.7");
        throttle.succeeded(ADA, "198.51.100.7");
        assertThat(IntStream.range(0, 250)
                        .filter(guess ->
                                throttle.guess(ADA, "203.0.113." + guess).isEmpty())
                        .count())
                .isEqualTo(100);
        assertThat(throttle.guess(ADA, "192.0.2.1")).hasValue(Duration.ofSeconds(30));
        assertThat(throttle.guess(ADA, "198.51.100.7")).isEmpty();
    }

    @Test
    void aCustomerOfIpv6IsOneAddress() {
        assertThat(allowed(3, ADA, "2001:db8:1:2::1")).isEqualTo(3);
        assertThat(allowed(3, ADA, "2001:db8:1:2:ffff:0:0:9")).isEqualTo(2);
        assertThat(allowed(3, ADA, "2001:db8:1:3::1")).isEqualTo(3);
        assertThat(allowed(3, ADA, "no:address")).isEqualTo(3);
    }

    @Test
    void aRightGuessForgetsTheWrongOnes() {
        allowed(4, ADA, "203.0.113.1");
        throttle.guess(ADA, "203.0.113.1");
        throttle.succeeded(ADA, "203.0.113.1");
        assertThat(allowed(100, ADA, "203.0.113.1")).isEqualTo(5);
    }
}
