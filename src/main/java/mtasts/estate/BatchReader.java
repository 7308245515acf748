package mtasts.estate;

import java.util.List;
import mtasts.domain.Tags;
import mtasts.web.FreeText;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Makes of what was typed what is said for all domains of a batch, or says of each field what is wrong with it. */
@Component
class BatchReader {

    private final Wording wording;

    BatchReader(Wording wording) {
        this.wording = wording;
    }

    /** What was typed; {@code null} with every objection in the result where there is any. */
    @Nullable
    BatchOrder read(BatchPage page, BatchForm form, Errors result) {
        FreeText.objection(form.reason()).ifPresent(objection -> reject(result, "reason", objection));
        var reason = FreeText.kept(form.reason());
        if (page.act() != BatchAct.TAG && page.go() == 0 && reason.isEmpty()) {
            reject(result, "reason", Words.of("estate.batch.reason-missing"));
        }
        var word = form.word();
        if (page.act() == BatchAct.PROMOTE && reason.isEmpty()) {
            want(word.liveSinceFirstDay(), "live", result);
            want(word.reportsRead(), "reports", result);
            want(word.hostsSound(), "hosts", result);
        }
        var added = tags(form.tags(), "tags", result);
        var removed = tags(form.removeTags(), "removeTags", result);
        if (page.act() == BatchAct.TAG && added.isEmpty() && removed.isEmpty() && !result.hasErrors()) {
            reject(result, "tags", Words.of("estate.batch.tags-missing"));
        }
        var length = form.chosen();
        return result.hasErrors()
                ? null
                : new BatchOrder(
                        added,
                        removed,
                        length == null ? null : length.seconds(),
                        word.reportsRead(),
                        word.liveSinceFirstDay(),
                        word.hostsSound(),
                        reason.isEmpty() ? null : reason);
    }

    private List<String> tags(String typed, String field, Errors result) {
        var tags = Tags.read(typed);
        tags.objections().forEach(objection -> reject(result, field, objection));
        return List.copyOf(tags.values());
    }

    private void want(boolean ticked, String tick, Errors result) {
        if (!ticked) {
            reject(result, tick, Words.of("estate.batch.word-missing"));
        }
    }

    private void reject(Errors result, String field, Words objection) {
        result.rejectValue(field, "", wording.text(objection));
    }
}
