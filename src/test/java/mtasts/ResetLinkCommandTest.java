package mtasts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import mtasts.account.Rescue;
import mtasts.database.RunningDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ResetLinkCommandTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rescue rescue;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return ResetLinkCommand.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private void somebody(String mail, String role) {
        jdbc.sql("insert into person (mail, display_name, role, created_at, disabled_at)"
                        + " values (:mail, :mail, :role, now(), now())")
                .param("mail", mail)
                .param("role", role)
                .update();
    }

    @Test
    void theLinkIsPrintedAndTheAdministratorEnabledAgain() {
        somebody("ada@example.net", "administrator");
        assertThat(run("reset-link", "Ada@example.net", "--server.port=8130")).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("Enabled again. A link for ada@example.net, which works once and until ")
                .containsPattern("http://localhost:8130/link/[\\w-]{43}\\R$");
        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(jdbc.sql("select disabled_at is null and length(link_hash) = 32 from person")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select who || ' ' || action as line from audit_entry order by id")
                        .query((row, number) -> row.getString("line"))
                        .list())
                .containsExactly("console person.enabled", "console person.link-made");
    }

    @Test
    void withoutAKnownMailAddressItSaysWhichThereAre() {
        somebody("ada@example.net", "administrator");
        assertThat(run("reset-link", "nobody@example.net")).isEqualTo(1);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).contains("reset-link MAIL", "Administrators: ada@example.net");
    }

    @Test
    void aReaderGetsNone() {
        somebody("rea@example.net", "reader");
        assertThat(rescue.rescue("rea@example.net")).isEqualTo(new Rescue.Outcome.Reader("rea@example.net"));
        assertThat(rescue.rescue("")).isEqualTo(new Rescue.Outcome.Nobody(List.of()));
        assertThat(jdbc.sql("select count(*) from audit_entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aDatabaseThatRunsIsFoundByItsFolder(@TempDir Path elsewhere) {
        assertThat(RunningDatabase.on(Path.of("target/test-data")))
                .hasValueSatisfying(running -> assertThat(running.toString()).doesNotContain(running.password()));
        assertThat(RunningDatabase.on(elsewhere)).isEmpty();
    }
}
