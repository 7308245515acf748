package mtasts.policy;

import static mtasts.policy.Past.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mtasts.domain.Place;
import mtasts.domain.SomeDomain;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Mode;
import mtasts.web.DiffLine;
import mtasts.web.FindingView;
import mtasts.web.Listing;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class EditorTest {

    private final Past past = new Past();

    @Test
    void eachLineIsJudgedAndMended() {
        var rows = editor("604800", "mx1.example.net", "", "mx4.example.net.", "*.mail.example.org", "mx_5.example.net")
                .rows();

        assertThat(rows)
                .extracting(MxRow::mark)
                .containsExactly(Mark.OK, null, Mark.INVALID, Mark.ADVICE, Mark.INVALID);
        assertThat(rows.getFirst().says())
                .isEqualTo(Words.of("policy.row.covers", List.of(DomainName.of("mx1.example.net"))));
        assertThat(rows.get(2).mend()).isEqualTo("mx4.example.net");
        assertThat(rows.get(4).mend()).isNull();
    }

    @Test
    void aHostThatALineCoversOnceItIsMendedIsNotSaidToBeWithout() {
        assertThat(editor("604800", "mx1.example.net.", "mx3.example.net").uncovered())
                .containsExactly(DomainName.of("mx2.example.net"));
    }

    @Test
    void theWorstIsSaidFirstAndThenLineByLine() {
        assertThat(editor("86400", "*.mail.example.org", "mx1.example.net", "mx_2.example.net", "a b")
                        .findings())
                .extracting(FindingView::mark, FindingView::place)
                .startsWith(
                        tuple(Mark.INVALID, Words.of("web.finding.line", 5)),
                        tuple(Mark.INVALID, Words.of("web.finding.line", 6)),
                        tuple(Mark.ADVICE, Words.of("web.finding.line", 3)));
    }

    @Test
    void whatStandsInTheWayLeadsToItsField() {
        assertThat(editor("604800", "mx1.example.net", "mx_2.example.net").unpublished())
                .isEqualTo(new Fault("mx2", Words.of("policy.blocked.invalid", 4)));
        assertThat(editor("1 week", "mx1.example.net").unpublished())
                .isEqualTo(new Fault("age", Words.of("policy.blocked.invalid", 4)));
        assertThat(editor("604800").unpublished()).isEqualTo(new Fault("mx1", Words.of("policy.blocked.missing")));
        assertThat(editor("604800", "mx1.example.net", "mx2.example.net").unpublished())
                .isNull();
    }

    @Test
    void aPatternThatCoversNothingYetIsToldApart() {
        var rows = editor("604800", "mx1.example.net", "*.mail.example.org").rows();

        assertThat(rows.get(1).mark()).isEqualTo(Mark.ADVICE);
        assertThat(rows.get(1).says()).isEqualTo(Words.of("policy.row.stale"));
    }

    @Test
    void theTextIsWhatWouldBePublishedAndMarkedWhereSomethingIsToBeSaid() {
        var editor = editor("86400", " MX1.Example.Net ", "*.mail.example.org");

        assertThat(text(editor.listing()))
                .isEqualTo("version: STSv1\nmode: testing\nmx: mx1.example.net\nmx: [*.mail.example.org]\n"
                        + "max_age: [86400]");
        assertThat(editor.size()).isEqualTo(Words.of("policy.editor.size", 5, 92));
    }

    @Test
    void whatIsInvalidIsShownAsItWasTyped() {
        var editor = editor("1 week", "MX1.example.net", "https://mx2.example.net/");

        assertThat(text(editor.listing()))
                .isEqualTo("version: STSv1\nmode: testing\nmx: MX1.example.net\nmx: [https://mx2.example.net/]\n"
                        + "max_age: [1 week]");
        assertThat(editor.blocked()).isEqualTo(Words.of("policy.blocked.invalid", 4));
        assertThat(editor.age().mark()).isEqualTo(Mark.INVALID);
        assertThat(editor.age().mend()).isEqualTo("604800");
    }

    @Test
    void withoutALineSomethingIsMissing() {
        assertThat(editor("604800").blocked()).isEqualTo(Words.of("policy.blocked.missing"));
        assertThat(editor("604800").rows()).containsExactly(MxRow.blank(0));
    }

    @Test
    void aTextEqualToTheCurrentOneIsNothingToPublish() {
        past.here(Mode.TESTING, 0, "mx1.example.net", "mx2.example.net");

        assertThat(editor("0604800", "MX1.example.net", "mx2.example.net").blocked())
                .isEqualTo(Words.of("policy.blocked.same", 1));
        assertThat(editor("604801", "mx1.example.net", "mx2.example.net").blocked())
                .isNull();
    }

    @Test
    void theDifferenceLeadsFromWhatIsPublished() {
        past.here(Mode.TESTING, 0, "mx1.example.net");

        assertThat(editor("604800", "mx1.example.net", "mx2.example.net").difference())
                .filteredOn(line -> line.kind() != DiffLine.Kind.SAME)
                .containsExactly(new DiffLine(DiffLine.Kind.ADDED, "mx: mx2.example.net"));
    }

    @Test
    void theLengthThatIsShortForItsModeIsMended() {
        assertThat(editor("86400", "mx1.example.net").age().mend()).isEqualTo("604800");
        past.here(Mode.ENFORCE, 0, "mx1.example.net");
        assertThat(editor("86400", "mx1.example.net").age().mend()).isEqualTo("1209600");
        assertThat(editor("31557600", "mx1.example.net").age().mend()).isEqualTo("7776000");
        assertThat(editor("1209600", "mx1.example.net").age().mark()).isNull();
    }

    @Test
    void aLineCannotBringAnotherFieldAlong() {
        var editor = editor("604800", "mx1.example.net\u2028mode: enforce", "mx2.example.net\u0000max_age: 1");

        assertThat(editor.listing().lines()).hasSize(5);
        assertThat(editor.blocked()).isEqualTo(Words.of("policy.blocked.invalid", 3));
    }

    @Test
    void severalLinesPastedIntoOneFieldAreSeveralLines() {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("mx", "mx1.example.net\r\nmx2.example.net\n\nmx3.example.net");
        sent.add("mx", "");
        sent.add("mx", "mx4.example.net,mx5.example.net");

        assertThat(PolicyForm.read(sent).mx())
                .containsExactly(
                        "mx1.example.net", "mx2.example.net", "mx3.example.net", "", "mx4.example.net,mx5.example.net");
    }

    @Test
    void moreLinesThanAnybodyNeedsAreRefused() {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("mx", "mx.example.net\n".repeat(100_000));

        var form = PolicyForm.read(sent);

        assertThat(form.mx()).hasSize(PolicyForm.MOST_LINES + 1);
        assertThat(form.tooLong()).isTrue();
    }

    @Test
    void noFieldBringsMoreLinesThanItHas() {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("max-age", "\r".repeat(60_000) + "604800\r\n\u2028");

        assertThat(PolicyForm.read(sent).maxAge()).isEqualTo("604800");
    }

    @Test
    void aLengthPickedFromTheListGoesBeforeTheField() {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("max-age", "604800");
        sent.add("preset", "1209600");
        sent.add("preset-shown", "604800");
        assertThat(PolicyForm.read(sent).maxAge()).isEqualTo("1209600");

        sent.set("preset", "604800");
        sent.set("max-age", "86400");
        assertThat(PolicyForm.read(sent).maxAge()).isEqualTo("86400");
    }

    @Test
    void whatIsSentInsteadOfNumbersCountsForNothing() {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add("current", "99999999999999999999");
        sent.add("lock", "x");

        assertThat(PolicyForm.read(sent).current()).isZero();
        assertThat(PolicyForm.read(sent).lock()).isEqualTo(-1);
        assertThat(EditorButton.read("remove:-1")).isEqualTo(new EditorButton.Remove(-1));
        assertThat(EditorButton.read("mend:1")).isEqualTo(new EditorButton.Look());
        assertThat(EditorButton.read(null)).isEqualTo(new EditorButton.Look());
    }

    @Test
    void buttonsChangeTheFormAndNothingElse() {
        var form = new PolicyForm(List.of("a", "b"), "604800", "why", "", 3, 7);

        assertThat(pressed("add", form).form().mx()).containsExactly("a", "b", "");
        assertThat(pressed("add", form).focus()).isEqualTo(2);
        assertThat(pressed("add:mx.example.net", form).form().mx()).containsExactly("a", "b", "mx.example.net");
        assertThat(pressed("remove:0", form).form().mx()).containsExactly("b");
        assertThat(pressed("remove:9", form).form()).isEqualTo(form);
        assertThat(pressed("mend:1:*.c:d", form).form().mx()).containsExactly("a", "*.c:d");
        assertThat(pressed("age:86400", form).form()).isEqualTo(form.withMaxAge("86400"));
    }

    private static EditorButton.Changed pressed(String button, PolicyForm form) {
        return ((EditorButton.Change) EditorButton.read(button)).in(form);
    }

    private Editor editor(String maxAge, String... mx) {
        var domain =
                SomeDomain.of(DomainName.of("example.com"), Place.HERE, day(0), "mx1.example.net", "mx2.example.net");
        var form = new PolicyForm(List.of(mx), maxAge, "", "", past.versions().size(), null);
        return new Editor(domain, past.versions(), Optional.empty(), form, day(1));
    }

    /** The lines, with what is marked in brackets. */
    private static String text(Listing listing) {
        return listing.lines().stream()
                .map(line -> line.before() + (line.marked().isEmpty() ? "" : "[" + line.marked() + "]") + line.after())
                .collect(Collectors.joining("\n"));
    }
}
