package mtasts.web;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A sentence that is still to be said: a message key and what goes into it. Only the message itself may hold markup
 * ({@code <b> <i> <code> <small> <br> <wbr>}); every argument is shown as the text that it is.
 *
 * @param key a key of one of the message bundles
 * @param arguments what goes into {@code {0}}, {@code {1}} …: text, numbers (grouped by language, and what
 *     {@code {0,choice,…}} decides by), {@link java.time.LocalDate} and {@link When} (UTC days and instants),
 *     {@link java.time.Duration}, {@link Link}, other {@code Words}, and lists of these ("a, b and c")
 */
public record Words(String key, List<Object> arguments) implements Serializable {

    public Words {
        arguments = List.copyOf(arguments);
    }

    public static Words of(String key, Object... arguments) {
        return new Words(key, List.of(arguments));
    }

    /** How an instant is told. */
    public enum Telling {
        /** 22 March; with the year when it is not this one. */
        DAY,
        /** Sunday 22 March. */
        WEEKDAY,
        /** 22 March, 09:12 UTC. */
        MOMENT,
        /** 4 minutes ago, in 3 days; a day when it is far away. */
        AGO
    }

    /** An instant and how it is told; on a page it becomes a {@code <time>} with the exact UTC time in its title. */
    public record When(Instant instant, Telling telling) implements Serializable {}

    /**
     * A link inside a sentence.
     *
     * @param href a path of this application, or a page of rfc-editor.org
     * @throws IllegalArgumentException for any other address
     */
    public record Link(String href, Words words) implements Serializable {
        public Link {
            if (!LocalPath.isLocal(href) && !href.startsWith("https://www.rfc-editor.org/")) {
                throw new IllegalArgumentException("Neither a path of this application nor an RFC: " + href);
            }
        }
    }

    public static When day(Instant instant) {
        return new When(instant, Telling.DAY);
    }

    public static When weekday(Instant instant) {
        return new When(instant, Telling.WEEKDAY);
    }

    public static When moment(Instant instant) {
        return new When(instant, Telling.MOMENT);
    }

    public static When ago(Instant instant) {
        return new When(instant, Telling.AGO);
    }

    public static Link link(String href, String key, Object... arguments) {
        return new Link(href, of(key, arguments));
    }
}
