package mtasts.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import mtasts.audit.AuditTrail;
import mtasts.web.Installation;
import mtasts.web.InstallationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the installation's settings. */
@Service
class ChangingSettings {

    private final Installation installation;
    private final RecordUses uses;
    private final AuditTrail audit;

    ChangingSettings(Installation installation, RecordUses uses, AuditTrail audit) {
        this.installation = installation;
        this.uses = uses;
        this.audit = audit;
    }

    /**
     * Replaces them; what is equal already is no change.
     *
     * @return how many published domains’ DNS records change with them
     */
    @Transactional
    long change(InstallationSettings settings) {
        InstallationSettings before = installation.settings();
        if (!before.equals(settings)) {
            installation.change(settings);
            audit.record("settings.changed", AuditTrail.INSTALLATION, values(before), values(settings));
        }
        return uses.touched(
                changed(before.policyHostTarget(), settings.policyHostTarget()),
                changed(before.reportAddress(), settings.reportAddress()));
    }

    /** Without a value there is nothing that a record could be changed to. */
    private static boolean changed(@Nullable String before, @Nullable String after) {
        return after != null && !Objects.equals(before, after);
    }

    private static Map<String, @Nullable Object> values(InstallationSettings settings) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("public-url", settings.publicUrl());
        values.put("policy-host-target", settings.policyHostTarget());
        values.put("report-address", settings.reportAddress());
        values.put("default-place", settings.defaultPlace());
        return values;
    }
}
