package mtasts.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseMomentTest {

    private static final String SERVER = "2026-11-24 12:00:00+00 16384";

    @Test
    void aLaterMomentOfTheSameServerContinuesTheEarlier() {
        assertThat(at("100:105:100,102").continues(at("90:104:90"))).isTrue();
        assertThat(at("100:105:").continues(at("100:105:"))).isTrue();
        assertThat(at("18446744073709551000:18446744073709551000:").continues(at("5:5:")))
                .isTrue();
    }

    @Test
    void anotherServerOrDatabaseBeginsAnew() {
        assertThat(at("100:105:").continues(new DatabaseMoment("2026-11-24 12:00:01+00 16384", "90:104:")))
                .isFalse();
    }

    @Test
    void aRestoredDatabaseWithSmallerNumbersBeginsAnew() {
        assertThat(at("100:105:").continues(at("90:106:90"))).isFalse();
    }

    private static DatabaseMoment at(String snapshot) {
        return new DatabaseMoment(SERVER, snapshot);
    }
}
