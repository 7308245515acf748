package mtasts.policy;

import org.jspecify.annotations.Nullable;

/** What was pressed in the editor, as it is sent: {@code save}, {@code remove:2}, {@code mend:0:mx1.example.net}. */
sealed interface EditorButton {

    record Save() implements EditorButton {}

    record Publish() implements EditorButton {}

    record Discard() implements EditorButton {}

    /** A button that only changes what stands in the form. */
    sealed interface Change extends EditorButton {
        Changed in(PolicyForm form);
    }

    /** The form after that, and the place of the line to go on with, -1 for none. */
    record Changed(PolicyForm form, int focus) {}

    record Add(String line) implements Change {
        @Override
        public Changed in(PolicyForm form) {
            return new Changed(form.and(line), form.mx().size());
        }
    }

    record Remove(int place) implements Change {
        @Override
        public Changed in(PolicyForm form) {
            return new Changed(form.with(place, null), Math.min(place, form.mx().size() - 2));
        }
    }

    record Mend(int place, String line) implements Change {
        @Override
        public Changed in(PolicyForm form) {
            return new Changed(form.with(place, line), place);
        }
    }

    record Age(String maxAge) implements Change {
        @Override
        public Changed in(PolicyForm form) {
            return new Changed(form.withMaxAge(maxAge), -1);
        }
    }

    /** Judges what stands there, and does nothing else. */
    record Look() implements Change {
        @Override
        public Changed in(PolicyForm form) {
            return new Changed(form, -1);
        }
    }

    /** Reads what was sent; what is none of the buttons is {@link Look}. */
    static EditorButton read(@Nullable String sent) {
        var parts = (sent == null ? "" : sent).split(":", 3);
        return switch (parts[0]) {
            case "save" -> new Save();
            case "publish" -> new Publish();
            case "discard" -> new Discard();
            case "add" -> new Add(parts.length > 1 ? parts[1] : "");
            case "remove" -> parts.length > 1 ? new Remove(place(parts[1])) : new Look();
            case "mend" -> parts.length > 2 ? new Mend(place(parts[1]), parts[2]) : new Look();
            case "age" -> parts.length > 1 ? new Age(parts[1]) : new Look();
            default -> new Look();
        };
    }

    private static int place(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }
}
