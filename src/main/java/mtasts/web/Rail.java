package mtasts.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The stages in a row, with the days between them.
 *
 * @param label what the whole tells about, such as <i>Stage of example.com</i>
 * @param shape how it lies
 */
public record Rail(Words label, Shape shape, List<Stop> stops) {

    private static final int MOST_BLOCKS = 14;

    public enum Shape {
        /** One domain on its way up: unpublished, testing, enforce, given up. */
        UP,
        /** One domain on its way down: unpublished, enforce or testing, retiring, retired. */
        DOWN,
        /** Five stages of all domains, with their counts. */
        ESTATE,
        /** The three stages explained. */
        TRIP
    }

    public enum Time {
        PAST,
        NOW,
        LATER
    }

    /**
     * One stage.
     *
     * @param big what is large: <i>Day 11 &lt;small&gt;of 14&lt;/small&gt;</i>, or a count
     * @param href where {@code big} leads, if anywhere
     * @param note the small line below
     * @param days the track from this stage to the next, when it is made of days
     */
    public record Stop(
            Glyph glyph,
            Time time,
            Words name,
            @Nullable Object big,
            @Nullable String href,
            @Nullable Object note,
            @Nullable Days days) {

        public static Stop of(Glyph glyph, Time time, @Nullable Object note) {
            return new Stop(glyph, time, glyph.words(), null, null, note, null);
        }

        public Stop named(Words name) {
            return new Stop(glyph, time, name, big, href, note, days);
        }

        public Stop big(Object big) {
            return new Stop(glyph, time, name, big, href, note, days);
        }

        public Stop leadingTo(String href) {
            return new Stop(glyph, time, name, big, href, note, days);
        }

        public Stop with(Days days) {
            return new Stop(glyph, time, name, big, href, note, days);
        }

        /** Whether the glyph is drawn as something not reached: a ring where a full circle will be. */
        public boolean toCome() {
            return time == Time.LATER;
        }
    }

    /** The days as blocks, gone by and to come; the label tells the same in words. */
    public record Days(Words label, List<Day> blocks) {

        /** One block for each day from {@code first} on, of which the first {@code gone} have gone by; at most 14. */
        public static Days from(LocalDate first, int gone, int total, Words label) {
            return new Days(
                    label,
                    IntStream.range(0, Math.min(total, MOST_BLOCKS))
                            .mapToObj(day -> new Day(first.plusDays(day), day < gone))
                            .toList());
        }

        /** Blocks without dates; when there are more than 14 days each block stands for several. */
        public static Days counting(int gone, int total, Words label) {
            int blocks = Math.clamp(total, 1, MOST_BLOCKS);
            int filled = Math.clamp((long) gone * blocks / Math.max(total, 1), 0, blocks);
            return new Days(
                    label,
                    IntStream.range(0, blocks)
                            .mapToObj(day -> new Day(null, day < filled))
                            .toList());
        }
    }

    /** One block: a UTC day, when it stands for one, and whether it has gone by. */
    public record Day(@Nullable LocalDate date, boolean gone) {
        public @Nullable Words title() {
            return date == null ? null : Words.of(gone ? "web.day.gone" : "web.day.to-come", date);
        }
    }
}
