package mtasts.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import mtasts.account.As;
import mtasts.account.Programs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@ApplicationTest
class AuditTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditEntries entries;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    FakeClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Programs programs;

    private void record(
            String action, String subject, @Nullable Map<String, ?> before, @Nullable Map<String, ?> after) {
        transaction.executeWithoutResult(status -> trail.record(action, subject, before, after));
    }

    /** Many entries by SQL: person 1 to 3 and nobody in turn, one a minute, with two actions and ten subjects. */
    private void fill(int count) {
        jdbc.sql("""
            insert into audit_entry (at, person_id, who, action, subject)
            select :start::timestamptz + n * interval '1 minute', nullif(n % 4, 0),
                   case n % 4 when 0 then 'installation' else 'Person ' || n % 4 end,
                   case n % 2 when 0 then 'test.even' else 'test.odd' end,
                   'domain' || n % 10 || '.example'
            from generate_series(1, :count) n\
            """)
                .param("start", FakeClock.START.atOffset(ZoneOffset.UTC))
                .param("count", count)
                .update();
    }

    @Test
    void anEntrySaysWhoWhatWhenAndWhatItWasBefore() {
        record("test.changed", "example.com", Map.of("note", "old", "count", 1), Map.of("note", "new", "count", 1));
        assertThat(trail.latest(10)).singleElement().satisfies(entry -> {
            assertThat(entry.at()).isEqualTo(FakeClock.START);
            assertThat(entry.who()).isEqualTo("installation");
            assertThat(entry.personId()).isNull();
            assertThat(entry.address()).isNull();
            assertThat(entry.action()).isEqualTo("test.changed");
            assertThat(entry.subject()).isEqualTo("example.com");
            assertThat(AuditChange.of(entry))
                    .containsExactly(new AuditChange("note", List.of("old"), List.of("new"), false));
        });
    }

    @Test
    void everyKindOfValueIsKept() {
        var instant = Instant.parse("2026-11-24T12:00:00Z");
        record(
                "test.changed",
                "example.com",
                Map.of(),
                Map.of("list", List.of("a", "b"), "flag", true, "at", instant, "text", "<b>\"'\\ \u202e é"));
        assertThat(AuditChange.of(trail.latest(1).getFirst()))
                .containsExactly(
                        new AuditChange("at", List.of(), List.of("2026-11-24T12:00:00Z"), false),
                        new AuditChange("flag", List.of(), List.of("true"), true),
                        new AuditChange("list", List.of(), List.of("a", "b"), false),
                        new AuditChange("text", List.of(), List.of("<b>\"'\\ \u202e é"), false));
    }

    @Test
    void thereIsNoEntryWithoutItsChangeNorOutsideATransaction() {
        transaction.executeWithoutResult(status -> {
            trail.record("test.changed", "example.com", null, null);
            status.setRollbackOnly();
        });
        assertThat(trail.latest(10)).isEmpty();
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> trail.record("test.changed", "example.com", null, null));
    }

    @Test
    void theLatestComeFirst() {
        record("test.first", "example.com", null, null);
        clock.advance(Duration.ofMinutes(1));
        record("test.second", "example.com", null, null);
        clock.advance(Duration.ofDays(-3));
        record("test.of-old", "example.com", null, null);
        assertThat(trail.latest(2)).extracting(AuditEntry::action).containsExactly("test.second", "test.first");
    }

    @ParameterizedTest
    @CsvSource({
        "/audit, 1–25 of 400",
        "/audit?person=1, 1–25 of 100",
        "/audit?person=installation, 1–25 of 100",
        "/audit?person=nobody, None",
        "/audit?person=99999999999999999999, None",
        "/audit?action=test.odd, 1–25 of 200",
        "/audit?subject=DOMAIN3.example, 1–25 of 40",
        "/audit?action=test.odd&subject=domain3.example&person=3, 1–20 of 20",
        "/audit?subject=domain3, None",
        "/audit?from=2026-11-25, None",
        "/audit?from=2026-11-24&to=2026-11-24, 1–25 of 400",
        "/audit?to=2026-11-23, None",
        "/audit?from=yesterday&to=2026-99-99, 1–25 of 400",
        "/audit?from=0000-01-01&to=9999-12-31, 1–25 of 400",
        "/audit?page=3&size=50, 101–150 of 400",
        "/audit?page=-1&size=100000, 1–200 of 400",
        "/audit?page=x&size=y, 1–25 of 400",
        "/audit?page=999999999, 376–400 of 400"
    })
    void theTrailIsAskedByPersonActionSubjectAndDay(String url, String said) {
        fill(400);
        assertThat(mvc.get().uri(url).with(As.reader()))
                .hasStatusOk()
                .bodyText()
                .containsPattern(">" + Pattern.quote(said) + "</span");
    }

    @ParameterizedTest
    @CsvSource({
        "en, from=yesterday, “yesterday” is no day, from-say",
        "en, to=2026-02-30, “2026-02-30” is no day, to-say",
        "es, from=%3Cb%3E, «&lt;b&gt;» no es un día, from-say",
        "en, from=2026-11-24&to=2026-11-23, The last day lies before the first, to-say"
    })
    void aDayThatIsNoneIsSaidAtItsField(String language, String query, String said, String id) {
        fill(10);
        assertThat(mvc.get()
                        .uri(URI.create("/audit?" + query))
                        .header("Accept-Language", language)
                        .with(As.reader()))
                .hasStatusOk()
                .bodyText()
                .contains(said, "aria-describedby=\"" + id + "\"");
        assertThat(mvc.get().uri("/audit?from=2026-11-24&to=2026-11-24").with(As.reader()))
                .bodyText()
                .doesNotContain("aria-invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "en, '24 November, 12:34 UTC', yes, no, This installation",
        "es, '24 de noviembre, 12:34 UTC', sí, no, Esta instalación"
    })
    void whatChangedIsToldInTheReadersWords(
            String language, String moment, String yes, String no, String installation) {
        var until = Instant.parse("2026-11-24T12:34:56.123456789Z");
        record(
                "settings.changed",
                "installation",
                Map.of("disabled", true, "takes-mail", false, "note", "true"),
                Map.of("disabled", false, "takes-mail", true, "note", "false", "link-until", until));
        assertThat(mvc.get().uri("/audit").header("Accept-Language", language).with(As.reader()))
                .bodyText()
                .contains(">" + moment + "</time>", ">" + installation + "</a>", ">true</", ">false</")
                .containsPattern("(?s)<del.*>" + yes + "</.*<ins.*>" + no + "</")
                .doesNotContain("123456789Z</", ">installation<");
    }

    @ParameterizedTest
    @CsvSource({
        "/audit, '1–25 of more than 10,000', 2",
        "/audit?page=3, '51–75 of more than 10,000', 4",
        "/audit?page=999999, '10,401–10,404 of more than 10,000', ",
        "/audit?person=1, '1–25 of 2,601', 2"
    })
    void aLongTrailIsCountedOnlySoFarAndReadToItsEnd(String url, String said, @Nullable Integer next) {
        fill(10_404);
        var page =
                assertThat(mvc.get().uri(url).with(As.reader())).hasStatusOk().bodyText();
        page.containsPattern(">" + Pattern.quote(said) + "</span");
        if (next == null) {
            page.doesNotContain("rel=\"next\"");
        } else {
            page.containsPattern("href=\"[^\"]*page=" + next + "[^0-9][^>]*rel=\"next\"");
        }
    }

    @Test
    void theFilterIsKeptFromPageToPage() {
        fill(100);
        assertThat(mvc.get().uri("/audit?action=test.odd&from=2026-11-24").with(As.reader()))
                .bodyText()
                .containsPattern(Pattern.compile("href=\"/audit\\?action=test\\.odd&amp;from=2026-11-24&amp;page=2\""))
                .containsPattern("<option[^>]*value=\"test.odd\"[^>]*selected")
                .contains("Person 1", "This installation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject=%00", "person=%00'", "action=%27%3Bdrop", "subject=<script>", "size=%00&page=%00"})
    void hostileQuestionsAreAnsweredPlainly(String query) {
        fill(10);
        assertThat(mvc.get()
                        .uri("/audit?" + query.replace("<", "%3C").replace(">", "%3E"))
                        .with(As.reader()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>");
    }

    @Test
    void htmlInValuesIsText() {
        record("test.changed", "<i>x</i>", Map.of("<u>", "<script>a"), Map.of("<u>", "<script>b", "c", "1\n<img>\n3"));
        assertThat(mvc.get().uri("/audit").with(As.reader()))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;script&gt;a", "&lt;script&gt;b", "&lt;img&gt;", "&lt;u&gt;", "&lt;i&gt;x&lt;/i&gt;")
                .doesNotContain("<script>a", "<img>", "<i>x");
    }

    @Test
    void textsOfManyLinesAreComparedLineByLine() {
        record(
                "test.changed",
                "example.com",
                Map.of("text", "version: STSv1\r\nmode: testing\r\n"),
                Map.of("text", "version: STSv1\r\nmode: enforce\r\n"));
        assertThat(mvc.get().uri("/audit").with(As.reader()))
                .bodyText()
                .containsPattern("(?s)<span>version: STSv1</span>.*<del>.*mode: testing.*<ins>.*mode: enforce");
    }

    @Test
    void aProgramPagesThroughTheTrailAndReadsEachEntryOnce() {
        fill(5);
        var read = new ArrayList<String>();
        for (int page = 1; page <= 3; page++) {
            var json = programs.reading()
                    .get("/api/v1/audit?action=test.odd&size=1&page=" + page)
                    .json();
            assertThat(json.path("items").size()).isOne();
            assertThat(json.path("total").asLong()).isEqualTo(3);
            assertThat(json.path("more").asBoolean()).isFalse();
            read.addAll(json.path("items").findValuesAsString("id"));
        }
        assertThat(read).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aProgramIsToldThatThereAreMoreThanAreCounted() {
        fill(10_404);
        var caller = programs.reading();
        var first = caller.get("/api/v1/audit?size=200").json();
        assertThat(first.path("items").size()).isEqualTo(200);
        assertThat(first.path("total").asLong()).isEqualTo(10_000);
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(caller.get("/api/v1/audit?size=200&page=52").json().path("items"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-13-01, from, from is a day in UTC",
        "to=yesterday, to, to is a day in UTC",
        "from=2026-11-24&to=2026-11-23, to, to lies before from"
    })
    void aDayThatIsNoneIsRefusedToAProgram(String query, String parameter, String said) {
        var refused = programs.reading().get("/api/v1/audit?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("parameter")).isEqualTo(parameter);
        assertThat(refused.text("detail")).startsWith(said);
    }

    @Test
    void everyQuestionHasAnIndexOfItsOwn() {
        fill(20_000);
        jdbc.sql("analyze audit_entry").update();
        for (var condition : List.of(
                "",
                "where person_id = 2",
                "where person_id is null and who = 'installation'",
                "where action = 'test.odd'",
                "where subject = 'domain3.example'",
                "where at >= timestamp '2026-11-30' and at < timestamp '2026-12-01'")) {
            var plan = jdbc.sql("explain select * from audit_entry %s order by at desc, id desc limit 25"
                            .formatted(condition))
                    .query((row, number) -> row.getString(1))
                    .list();
            assertThat(String.join("\n", plan)).contains("Index Scan").doesNotContain("Sort", "Seq Scan");
        }
    }
}
