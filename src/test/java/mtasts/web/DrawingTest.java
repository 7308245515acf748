package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn: days, meters, marked lines. */
class DrawingTest {

    private static final Words LABEL = Words.of("web.next");

    @Test
    void daysHaveTheirDates() {
        var days = Rail.Days.from(LocalDate.of(2026, 2, 27), 3, 14, LABEL).blocks();

        assertThat(days).hasSize(14);
        assertThat(days.get(2)).isEqualTo(new Rail.Day(LocalDate.of(2026, 3, 1), true));
        assertThat(days.get(3).gone()).isFalse();
        assertThat(days.get(3).title()).isEqualTo(Words.of("web.day.to-come", LocalDate.of(2026, 3, 2)));
    }

    @ParameterizedTest
    @CsvSource({
        "0,14,14,0",
        "5,14,14,5",
        "14,14,14,14",
        "20,14,14,14",
        "-1,14,14,0",
        "1,2,2,1",
        "130,365,14,4",
        "364,365,14,13",
        "0,0,1,0",
        "3,0,1,1"
    })
    void moreThanFourteenDaysShareBlocks(int gone, int total, int blocks, int filled) {
        var days = Rail.Days.counting(gone, total, LABEL).blocks();

        assertThat(days).hasSize(blocks);
        assertThat(days.stream().filter(Rail.Day::gone)).hasSize(filled);
    }

    @ParameterizedTest
    @CsvSource({
        "11,0,14,11 0 3",
        "2,1,3,2 1 0",
        "0,0,1,0 0 1",
        "5,5,3,3 0 0",
        "1,9,2,1 1 0",
        "500,0,1000,15 0 15",
        "-2,0,4,0 0 4",
        "0,0,0,0 0 1"
    })
    void aMeterHasABlockForEachThingNeeded(int filled, int unknown, int total, String fillHoleTrack) {
        var styles = new Meter(filled, unknown, total)
                .blocks().stream().map(Meter.Block::style).toList();

        assertThat(Stream.of("fill", "hole", "track")
                        .map(style -> "" + styles.stream().filter(style::equals).count()))
                .containsExactly(fillHoleTrack.split(" "));
    }

    @Test
    void blocksLieSideBySide() {
        assertThat(new Meter(1, 0, 3).blocks())
                .containsExactly(
                        new Meter.Block("0.50", "77.00", "fill"),
                        new Meter.Block("80.50", "77.00", "track"),
                        new Meter.Block("160.50", "77.00", "track"));
    }

    @Test
    void aListingMarksAPartOfALine() {
        var listing = Listing.of(LABEL, "version: STSv1\r\nmx: a.\r\n").marked(2, 6, 7, Mark.INVALID);

        assertThat(listing.lines())
                .containsExactly(
                        new Listing.Line(null, "version: STSv1", "", ""),
                        new Listing.Line(Mark.INVALID, "mx: a", ".", ""));
    }

    @Test
    void theFirstMarkOfALineStays() {
        var listing = Listing.of(LABEL, "abc").marked(1, 1, 2, Mark.INVALID).marked(1, 3, 4, Mark.ADVICE);

        assertThat(listing.lines()).containsExactly(new Listing.Line(Mark.INVALID, "", "a", "bc"));
    }

    @ParameterizedTest
    @CsvSource({"0,1,2", "3,1,2", "-1,1,2"})
    void aLineThatIsNotThereIsNotMarked(int line, int from, int to) {
        var listing = Listing.of(LABEL, "a\nb");

        assertThat(listing.marked(line, from, to, Mark.DANGER)).isEqualTo(listing);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"0,0,\"\",abc,\"\"", "2,1,\"\",abc,\"\"", "3,99,ab,c,\"\"", "9,12,abc,\"\",\"\""})
    void columnsBeyondTheLineAreBounded(int from, int to, String before, String marked, String after) {
        assertThat(Listing.of(LABEL, "abc").marked(1, from, to, Mark.DANGER).lines())
                .containsExactly(new Listing.Line(Mark.DANGER, before, marked, after));
    }

    @ParameterizedTest
    @CsvSource({
        "RFC 8461 §3.2, https://www.rfc-editor.org/rfc/rfc8461#section-3.2",
        "RFC 8461, https://www.rfc-editor.org/rfc/rfc8461",
        "Google, https://www.rfc-editor.org/"
    })
    void aCitationLeadsToItsSection(String text, String address) {
        assertThat(new Citation(text).href()).isEqualTo(address);
    }
}
