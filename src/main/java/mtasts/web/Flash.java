package mtasts.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is said once on the page after a deed.
 *
 * @param undo a button that takes the deed back, if it can be
 */
public record Flash(Mark mark, Words words, @Nullable Action undo) implements Serializable {

    static final String NAME = "flash";

    public static Flash done(Words words) {
        return new Flash(Mark.OK, words, null);
    }

    public static Flash advice(Words words) {
        return new Flash(Mark.ADVICE, words, null);
    }

    public Flash undoneBy(Action undo) {
        return new Flash(mark, words, undo);
    }

    /** Says it on the page that is redirected to. */
    public void after(RedirectAttributes redirect) {
        redirect.addFlashAttribute(NAME, this);
    }
}
