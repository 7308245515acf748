package mtasts.export;

import java.util.Optional;
import mtasts.domain.Place;
import mtasts.domain.ReportAddress;
import mtasts.domain.TypedName;
import mtasts.web.InstallationSettings;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Makes settings of what was typed, or says of each field what is wrong with it. */
@Component
class SettingsReader {

    private final Wording wording;

    SettingsReader(Wording wording) {
        this.wording = wording;
    }

    /** The settings; nothing where there is an objection, which then stands at its field. */
    Optional<InstallationSettings> read(SettingsForm form, Errors errors) {
        var settings = new InstallationSettings(
                publicUrl(form.publicUrl(), errors),
                target(form.policyHostTarget(), errors),
                report(form.reportAddress(), errors),
                form.defaultPlace());
        if (Place.read(form.defaultPlace()).isEmpty()) {
            reject("defaultPlace", Words.of("export.settings.place.missing"), errors);
        }
        return errors.hasErrors() ? Optional.empty() : Optional.of(settings);
    }

    private @Nullable String publicUrl(String typed, Errors errors) {
        if (typed.isBlank()) {
            return null;
        }
        return switch (PublicUrl.read(typed)) {
            case PublicUrl.Outcome.Url url -> url.text();
            case PublicUrl.Outcome.Refused refused -> reject("publicUrl", refused.why(), errors);
        };
    }

    private @Nullable String target(String typed, Errors errors) {
        if (typed.isBlank()) {
            return null;
        }
        return switch (TypedName.read(typed)) {
            case TypedName.Understood understood -> understood.name().ascii();
            case TypedName.Offered offered ->
                reject("policyHostTarget", Words.of("export.settings.target.policy-host", offered.typed()), errors);
            case TypedName.Refused refused -> reject("policyHostTarget", refused.why(), errors);
        };
    }

    private @Nullable String report(String typed, Errors errors) {
        return typed.isBlank()
                ? null
                : ReportAddress.read(typed)
                        .orElseGet(() -> reject("reportAddress", Words.of("export.settings.report.form"), errors));
    }

    private @Nullable String reject(String field, Words objection, Errors errors) {
        errors.rejectValue(field, "", wording.text(objection));
        return null;
    }
}
