package mtasts.promotion;

import java.util.List;
import mtasts.web.Glyph;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What going back to testing does, before it is done.
 *
 * @param name the domain's A-label
 * @param expected the number of the current version, 0 for none
 * @param possible whether there is anything to go back from
 * @param say the deed in one sentence
 * @param why what it means
 * @param act what the button says; {@code null} where nothing is possible
 * @param from the stage that mail is in today
 * @param effects what happens, one by one
 */
record BackToTestingPage(
        String name,
        int expected,
        boolean possible,
        Words say,
        Words why,
        @Nullable Words act,
        Glyph from,
        List<Words> effects) {

    public Glyph to() {
        return Glyph.TESTING;
    }
}
