package mtasts.export;

import java.util.Map;
import java.util.Objects;
import mtasts.web.ApiErrors;
import mtasts.web.EntityTag;
import mtasts.web.Installation;
import mtasts.web.InstallationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is true for the whole installation. */
@RestController
@RequestMapping(path = "/api/v1/settings", produces = "application/json")
class SettingsResource {

    private final Installation installation;
    private final SettingsReader reader;
    private final ChangingSettings changing;

    SettingsResource(Installation installation, SettingsReader reader, ChangingSettings changing) {
        this.installation = installation;
        this.reader = reader;
        this.changing = changing;
    }

    /**
     * The settings; {@code null} where nothing is set.
     *
     * @param publicUrl the address that people use
     * @param policyHostTarget the host name that policy hosts point to
     * @param reportAddress where TLS reports go, a {@code mailto:} URI
     * @param defaultPlace {@code here} or {@code elsewhere}
     */
    record SettingsJson(
            @Nullable String publicUrl,
            @Nullable String policyHostTarget,
            @Nullable String reportAddress,
            String defaultPlace) {

        static SettingsJson of(InstallationSettings settings) {
            return new SettingsJson(
                    settings.publicUrl(),
                    settings.policyHostTarget(),
                    settings.reportAddress(),
                    settings.defaultPlace());
        }
    }

    /**
     * All settings as they are to be; what is left out is not set any more, but the place, which stays.
     *
     * @param defaultPlace {@code here} or {@code elsewhere}
     */
    record SettingsRequest(
            @Nullable String publicUrl,
            @Nullable String policyHostTarget,
            @Nullable String reportAddress,
            @Nullable String defaultPlace) {}

    /** The settings as they are. */
    @GetMapping
    ResponseEntity<SettingsJson> get() {
        return answer(installation.settings());
    }

    /** Replaces them. */
    @PutMapping(consumes = "application/json")
    ResponseEntity<SettingsJson> put(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SettingsRequest request) {
        var now = installation.settings();
        tag(now).require(ifMatch);
        var errors = ApiErrors.none();
        var settings = reader.read(
                new SettingsForm(
                        request.publicUrl(),
                        request.policyHostTarget(),
                        request.reportAddress(),
                        Objects.requireNonNullElse(request.defaultPlace(), now.defaultPlace())),
                errors);
        ApiErrors.refuse(errors, Map.of());
        changing.change(settings.orElseThrow());
        return answer(installation.settings());
    }

    private static ResponseEntity<SettingsJson> answer(InstallationSettings settings) {
        return ResponseEntity.ok().eTag(tag(settings).text()).body(SettingsJson.of(settings));
    }

    private static EntityTag tag(InstallationSettings settings) {
        return EntityTag.of("s" + Integer.toHexString(settings.hashCode()));
    }
}
