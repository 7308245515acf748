package mtasts.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class DatabaseRefusalTest {

    private final MockEnvironment environment = new MockEnvironment();
    private final DatabaseRefusal refusal = new DatabaseRefusal(environment);

    @ParameterizedTest
    @CsvSource({
        "08001, does not answer",
        "08006, does not answer",
        "57P03, does not answer",
        "28P01, refuses the user or the password",
        "3D000, does not exist on that server",
        "42501, grant CREATE on the database",
        "53100, has no space left on its disk",
        "53300, takes no more connections"
    })
    void eachRefusalOfAConfiguredDatabaseHasItsSentence(String state, String words) {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db.example/mtasts?password=secret");

        assertThat(analysis(state).getDescription())
                .startsWith("The database at jdbc:postgresql://db.example/mtasts ")
                .contains(words)
                .doesNotContain("secret");
    }

    @Test
    void aFullDiskOfTheEmbeddedDatabaseIsNamedToo() {
        assertThat(analysis("53100").getDescription()).startsWith("The database in data has no space left");
    }

    @Test
    void whatIsNoRefusalIsLeftToOthers() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db.example/mtasts");

        assertThat(refusal.analyze(new SQLException("syntax", "42601"))).isNull();
    }

    private FailureAnalysis analysis(String state) {
        SQLException cause = new SQLException("the server's own words", state);
        FailureAnalysis analysis = refusal.analyze(new IllegalStateException("a start that failed", cause));
        assertThat(analysis).isNotNull();
        return analysis;
    }
}
