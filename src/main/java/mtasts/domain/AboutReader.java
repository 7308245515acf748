package mtasts.domain;

import mtasts.domain.Describing.About;
import mtasts.web.FreeText;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Makes of what was typed what is said about a domain, or says of each field what is wrong with it. */
@Component
class AboutReader {

    private final Wording wording;

    AboutReader(Wording wording) {
        this.wording = wording;
    }

    /** What was typed; {@code null} with every objection in the result where there is any. */
    @Nullable
    About read(AboutForm form, Errors result) {
        FreeText.objection(form.note()).ifPresent(objection -> reject(result, "note", objection));
        var tags = Tags.read(form.tags());
        tags.objections().forEach(objection -> reject(result, "tags", objection));
        var place = Place.read(form.place());
        if (place.isEmpty()) {
            reject(result, "place", Words.of("domain.place.missing"));
        }
        var target = target(form.policyHostTarget(), result);
        var report = report(form.reportAddress(), result);
        return result.hasErrors()
                ? null
                : new About(place.orElseThrow(), FreeText.kept(form.note()), tags, target, report);
    }

    private @Nullable String target(String typed, Errors result) {
        if (typed.isBlank()) {
            return null;
        }
        return switch (TypedName.read(typed)) {
            case TypedName.Understood understood -> understood.name().ascii();
            case TypedName.Offered offered -> offer(offered, result);
            case TypedName.Refused refused -> {
                reject(result, "policyHostTarget", refused.why());
                yield null;
            }
        };
    }

    /** A target that is itself a policy host would be a circle. */
    private @Nullable String offer(TypedName.Offered offered, Errors result) {
        reject(result, "policyHostTarget", Words.of("domain.about.target.policy-host", offered.typed()));
        return null;
    }

    private @Nullable String report(String typed, Errors result) {
        if (typed.isBlank()) {
            return null;
        }
        var address = ReportAddress.read(typed);
        if (address.isEmpty()) {
            reject(result, "reportAddress", Words.of("domain.about.report.form"));
        }
        return address.orElse(null);
    }

    private void reject(Errors result, String field, Words objection) {
        result.rejectValue(field, "", wording.text(objection));
    }
}
