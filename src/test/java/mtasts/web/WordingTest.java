package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mtasts.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class WordingTest {

    private static final Instant DAY = Instant.parse("2026-11-22T09:12:30Z");

    private final StaticMessageSource messages = new StaticMessageSource();
    private final Wording wording;

    WordingTest() throws IOException {
        messages.setParentMessageSource(WebConfiguration.messageSource());
        messages.addMessage("say", Locale.ENGLISH, "Add <b>{0}</b> now");
        messages.addMessage("say", Locale.of("es"), "Añada <b>{0}</b> ya");
        messages.addMessage("plain", Locale.ENGLISH, "It’s {0}<br>at <small>most</small>, <code>mx<wbr>x</code>");
        messages.addMessage("days", Locale.ENGLISH, "{0,choice,1#1 day|1<{0} days} of <b>{1}</b>");
        messages.addMessage("link", Locale.ENGLISH, "the <b>settings</b>");
        wording = new Wording(messages, new Format(messages, new FakeClock()));
    }

    @BeforeEach
    void inEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</b><b>",
                "&lt;b&gt;",
                "<b>bold</b>"
            })
    void whatGoesIntoASentenceIsShownAsTheTextThatItIs(String hostile) {
        var html = wording.say("say", hostile);

        assertThat(html).startsWith("Add <b>").endsWith("</b> now");
        assertThat(html.substring(7, html.length() - 8))
                .doesNotContain("<", ">", "\"", "'")
                .doesNotMatch(".*&(?!\\w+;|#\\d+;).*");
        assertThat(wording.text(Words.of("say", hostile))).isEqualTo("Add " + hostile + " now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0}", "{1}", "{", "'{0}'", "{0,choice,0#<b>}", "''"})
    void whatGoesIntoASentenceIsNeverReadAsAMessage(String hostile) {
        assertThat(wording.text(Words.of("say", hostile))).isEqualTo("Add " + hostile + " now");
        assertThat(wording.text(Words.of("days", 2, hostile))).isEqualTo("2 days of " + hostile);
        assertThat(wording.say("days", 1, hostile)).contains("1 day of <b>").doesNotContain("days");
    }

    @Test
    void hostileTextIsEscapedWhereverItHides() {
        var hostile = "<i>x</i>";
        var escaped = "&lt;i&gt;x&lt;/i&gt;";

        assertThat(wording.say("say", List.of(hostile, hostile)))
                .isEqualTo("Add <b>" + escaped + " and " + escaped + "</b> now");
        assertThat(wording.say("say", Words.of("say", hostile)))
                .isEqualTo("Add <b>Add <b>" + escaped + "</b> now</b> now");
        assertThat(wording.say("say", Words.link("/a?q='\"><", "say", hostile)))
                .doesNotContain("\"><", hostile)
                .contains(escaped);
        assertThat(wording.html(hostile)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "",
                "http://www.rfc-editor.org.evil.example"
            })
    void aLinkInASentenceStaysInTheApplication(String address) {
        assertThatThrownBy(() -> Words.link(address, "link")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyTheMessageItselfHoldsMarkup() {
        assertThat(wording.say("plain", "x")).isEqualTo("It’s x<br>at <small>most</small>, <code>mx<wbr>x</code>");
        assertThat(wording.text(Words.of("plain", "x"))).isEqualTo("It’s x at most, mxx");
        assertThat(wording.say("say", Words.link("/settings", "link")))
                .isEqualTo("Add <b><a href=\"/settings\">the <b>settings</b></a></b> now");
    }

    @Test
    void whereNothingCanBeFollowedALinkIsLeftOutWhenTheSentenceIsWholeWithoutIt() {
        messages.addMessage("act", Locale.ENGLISH, "{0} is missing. {1}");
        var link = Words.link("/settings", "link");
        assertThat(wording.text(Words.of("act", "It", link))).isEqualTo("It is missing.");
        assertThat(wording.text(Words.of("act", "It", Words.of("link")))).isEqualTo("It is missing. the settings");
        assertThat(wording.text(Words.of("say", link))).isEqualTo("Add the settings now");
        assertThat(wording.say("act", "It", link)).endsWith("</a>");
    }

    @Test
    void numbersDaysAndInstantsAreToldInTheReadersLanguage() {
        assertThat(wording.text(Words.of("say", 39_032))).isEqualTo("Add 39,032 now");
        assertThat(wording.text(Words.of("say", Duration.ofDays(7)))).isEqualTo("Add 7 days now");
        assertThat(wording.text(Words.of("say", LocalDate.of(2027, 1, 2)))).isEqualTo("Add 2 January 2027 now");
        assertThat(wording.say("say", Words.weekday(DAY)))
                .isEqualTo("Add <b><time datetime=\"2026-11-22T09:12:30Z\" title=\"2026-11-22 09:12:30 UTC\">Sunday 22"
                        + " November</time></b> now");

        LocaleContextHolder.setLocale(Locale.of("es"));

        assertThat(wording.text(Words.of("say", 39_032))).isEqualTo("Añada 39.032 ya");
        assertThat(wording.text(Words.of("say", Words.weekday(DAY)))).isEqualTo("Añada domingo 22 de noviembre ya");
        assertThat(wording.text(Words.of("say", List.of("a", "b", "c")))).isEqualTo("Añada a, b y c ya");
        assertThat(wording.text(Words.of("say", List.of(1, 2000)))).isEqualTo("Añada 1 y 2.000 ya");
    }

    @Test
    void aKeyWithoutAMessageIsSeen() {
        assertThat(wording.say("web.no-such-key")).isEqualTo("??web.no-such-key??");
        assertThat(wording.html(null)).isEmpty();
    }

    @Test
    void wordsOutliveAVisitToTheSession() throws Exception {
        var flash = Flash.done(Words.of(
                        "say", "a", 3, Words.day(DAY), Words.link("/b", "link"), List.of("c"), Duration.ofDays(1)))
                .undoneBy(Action.post(Words.of("say", 1), "/undo", Map.of("id", "7")));
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(flash);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(flash);
        }
    }
}
