package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mtasts.ApplicationTest;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The rules that must never break are the database's own: whoever writes SQL cannot break them either. */
@ApplicationTest
class DatabaseRulesTest extends WithDomains {

    /** Than any version of these tests. */
    private static final String LATER = "timestamptz '2027-01-01T00:00:00Z'";

    @Autowired
    private Publishing publishing;

    @Autowired
    private Versions versions;

    private Domain domain;

    @BeforeEach
    void aDomainWithTwoVersions() {
        domain = here("mx1.example.net");
        publishing.publish(NAME, 0, policy(Mode.TESTING, "mx1.example.net"), Deed.PUBLISHED, "", null, null);
        daysPass(1);
        publishing.publish(NAME, 1, policy(Mode.TESTING, "mx2.example.net"), Deed.PUBLISHED, "", "moved", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update policy_version set text = 'version: STSv1'",
                "update policy_version set policy_id = policy_id || 'x'",
                "update policy_version set published_at = published_at - interval '1 day'",
                "update policy_version set mode = 'enforce'",
                "update policy_version set note = 'another'",
                "update policy_version set number = number + 5",
                "delete from policy_version",
                "delete from policy_version where number = 2",
                "truncate policy_version cascade",
                "update policy_confirmation set confirmed_at = now()",
                "delete from policy_confirmation",
            })
    void aPublishedVersionIsNeverChangedOrDeleted(String statement) {
        var before = versions.of(domain);

        assertRefused(statement, "never changed or deleted");

        assertThat(versions.of(domain)).isEqualTo(before);
    }

    @Test
    void anIdNeverComesTwiceWithinADomain() {
        assertRefused(
                version(domain, 3, "(select policy_id from policy_version where number = 1)", LATER),
                "policy_version_id_once");
    }

    @Test
    void anotherDomainMayHaveTheSameId() {
        var other = register(DomainName.of("example.org"), Place.HERE, "mx1.example.net");

        jdbc.sql(version(other, 1, "(select policy_id from policy_version where number = 1)", LATER))
                .update();

        assertThat(versions.of(other)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'a-b'", "'ä'", "repeat('a', 33)"})
    void anIdIsUpTo32LettersAndDigits(String id) {
        assertRefused(version(domain, 3, id, LATER), "policy_version_id_form");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 4, 100})
    void versionsAreNumberedWithoutGaps(int number) {
        assertThatThrownBy(() -> jdbc.sql(version(domain, number, "'x'", LATER)).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aVersionIsLaterThanTheOneBefore() {
        assertRefused(
                version(domain, 3, "'x'", "(select published_at from policy_version where number = 2)"),
                "is not later");
        assertRefused(
                version(domain, 3, "'x'", "(select published_at from policy_version where number = 1)"),
                "is not later");
    }

    @Test
    void aTextIsNeitherEmptyNorOver64Kilobytes() {
        assertRefused(version(domain, 3, "'x'", LATER).replace("'text'", "''"), "policy_version_size");
        assertRefused(version(domain, 3, "'x'", LATER).replace("'text'", "repeat('é', 32769)"), "policy_version_size");
    }

    @Test
    void thereIsAtMostOneDraft() {
        var statement =
                "insert into draft (domain_id, mx, max_age, saved_at, saved_by) values (%d, '{}', '', now(), '')"
                        .formatted(domain.id());
        jdbc.sql(statement).update();

        assertRefused(statement, "draft_pkey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Example.com",
                "exämple.com",
                "example.com.",
                "-example.com",
                "_dmarc.example.com",
                "exa mple.com",
                "",
                "a..b",
                "*.example.com"
            })
    void namesAreLowerCaseALabels(String name) {
        assertThatThrownBy(() -> jdbc.sql("update domain set name = :name where id = :id")
                        .param("name", name)
                        .param("id", domain.id())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("domain_name_is_a_lower_case_a_label");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set who = 'somebody else'",
                "delete from audit_entry",
                "truncate audit_entry",
            })
    void auditRowsOnlyGrow(String statement) {
        var before = count("audit_entry");

        assertRefused(statement, "never changed or deleted");

        assertThat(count("audit_entry")).isEqualTo(before).isPositive();
    }

    @Test
    void aDomainIsRemovedByAMarkAndKeepsItsVersions() {
        assertRefused("delete from domain", "never changed or deleted");
        jdbc.sql("update domain set removed_at = now()").update();

        assertThat(versions.of(domain)).hasSize(2);
        assertThat(jdbc.sql("select text from served_policy where domain_id = :id")
                        .param("id", domain.id())
                        .query(String.class)
                        .list())
                .containsOnlyNulls();
    }

    private void assertRefused(String statement, String because) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(because);
    }

    private static String version(Domain domain, int number, String id, String at) {
        return "insert into policy_version (domain_id, number, policy_id, text, mode, mx, max_age, place,"
                + " published_at, deed,"
                + " author) values (%d, %d, %s, 'text', 'testing', '{mx1.example.net}', 86400, 'here', %s, 'published', '')"
                        .formatted(domain.id(), number, id, at);
    }
}
