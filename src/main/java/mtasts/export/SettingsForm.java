package mtasts.export;

import java.util.Objects;
import mtasts.web.InstallationSettings;
import org.jspecify.annotations.Nullable;

/** The settings as they are typed. */
record SettingsForm(String publicUrl, String policyHostTarget, String reportAddress, String defaultPlace) {

    SettingsForm(
            @Nullable String publicUrl,
            @Nullable String policyHostTarget,
            @Nullable String reportAddress,
            @Nullable String defaultPlace) {
        this.publicUrl = Objects.requireNonNullElse(publicUrl, "");
        this.policyHostTarget = Objects.requireNonNullElse(policyHostTarget, "");
        this.reportAddress = Objects.requireNonNullElse(reportAddress, "");
        this.defaultPlace = Objects.requireNonNullElse(defaultPlace, "");
    }

    static SettingsForm of(InstallationSettings settings) {
        String report = settings.reportAddress();
        return new SettingsForm(
                settings.publicUrl(),
                settings.policyHostTarget(),
                report == null ? null : report.replaceFirst("^mailto:", ""),
                settings.defaultPlace());
    }
}
