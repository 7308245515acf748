package mtasts.policy;

import java.util.List;
import mtasts.web.DiffLine;
import mtasts.web.Words;

/**
 * What somebody else saved or published while a form was open.
 *
 * @param what who did what, and when
 * @param difference from theirs to what was typed here; empty where there is nothing of theirs
 */
record Rival(Words what, List<DiffLine> difference) {

    /** The draft is another one than the form was opened with. */
    static Rival saved(Draft theirs, Typed mine, Editor editor) {
        return new Rival(
                Words.of("policy.rival.saved", theirs.savedBy(), Words.ago(theirs.savedAt())),
                Difference.between(theirs.typed().text(editor.mode()), mine.text(editor.mode()))
                        .lines());
    }

    /** The draft is gone. */
    static Rival discarded() {
        return new Rival(Words.of("policy.rival.discarded"), List.of());
    }

    /** Another version is current than the form was opened on. */
    static Rival published(PolicyVersion theirs, Typed mine, Editor editor) {
        return new Rival(
                Words.of("policy.rival.published", theirs.number(), theirs.author(), Words.ago(theirs.publishedAt())),
                Difference.between(theirs.text(), mine.text(editor.mode())).lines());
    }
}
