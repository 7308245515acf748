package mtasts.web;

import java.io.Serializable;
import java.util.Map;

/**
 * Something to press.
 *
 * @param kind whether it only leads somewhere, leads to where something is changed, or changes something itself. What
 *     changes anything is shown to those who may
 * @param words what the button says; begins with a verb
 * @param href a path of this application
 * @param fields what is sent with a change, empty otherwise
 */
public record Action(Kind kind, Words words, String href, Map<String, String> fields) implements Serializable {

    public enum Kind {
        LEADS,
        LEADS_TO_CHANGE,
        CHANGES
    }

    public Action {
        fields = Map.copyOf(fields);
    }

    /** A link for everybody. */
    public static Action link(Words words, String href) {
        return new Action(Kind.LEADS, words, href, Map.of());
    }

    /** A link to a page that changes something: only for those who may. */
    public static Action change(Words words, String href) {
        return new Action(Kind.LEADS_TO_CHANGE, words, href, Map.of());
    }

    /** A form with one button, sent by POST: only for those who may change anything. */
    public static Action post(Words words, String path, Map<String, String> fields) {
        return new Action(Kind.CHANGES, words, path, fields);
    }

    public static Action post(Words words, String path) {
        return post(words, path, Map.of());
    }

    public boolean posts() {
        return kind == Kind.CHANGES;
    }

    /** Whether somebody who may change things, or may not, gets to see it. */
    public boolean isFor(boolean mayChange) {
        return mayChange || kind == Kind.LEADS;
    }
}
