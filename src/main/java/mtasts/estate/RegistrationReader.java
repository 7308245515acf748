package mtasts.estate;

import mtasts.domain.MxHosts;
import mtasts.domain.Place;
import mtasts.domain.Tags;
import mtasts.domain.TypedName;
import mtasts.estate.Registering.Registration;
import mtasts.rfc8461.DomainName;
import mtasts.web.FreeText;
import mtasts.web.Installation;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Makes a registration of what was typed, or says of each field what is wrong with it. */
@Component
class RegistrationReader {

    private final Installation installation;
    private final Wording wording;

    RegistrationReader(Installation installation, Wording wording) {
        this.installation = installation;
        this.wording = wording;
    }

    /** What was typed; {@code null} where something is to be said about it, in the result or as an offer on the page. */
    @Nullable
    Registration read(RegisterForm form, Errors result) {
        var name = name(form, result);
        var hosts = hosts(form, result);
        FreeText.objection(form.note()).ifPresent(objection -> reject(result, "note", objection));
        var tags = Tags.read(form.tags());
        tags.objections().forEach(objection -> reject(result, "tags", objection));
        var place = place(form, result);
        return name == null || hosts == null || place == null || result.hasErrors()
                ? null
                : new Registration(name, hosts, place, FreeText.kept(form.note()), tags);
    }

    private @Nullable DomainName name(RegisterForm form, Errors result) {
        return switch (form.typedName()) {
            case TypedName.Understood understood -> understood.name();
            case TypedName.Offered offered -> {
                reject(
                        result,
                        "name",
                        Words.of(
                                "estate.register.offered",
                                offered.typed(),
                                offered.name().ascii()));
                yield null;
            }
            case TypedName.Refused refused -> {
                reject(result, "name", refused.why());
                yield null;
            }
        };
    }

    private @Nullable MxHosts hosts(RegisterForm form, Errors result) {
        var hosts = MxHosts.read(form.hosts());
        hosts.problems().forEach(problem -> reject(result, "hosts", problem.sentence()));
        if (!hosts.isEmpty() || form.without().equals("none")) {
            return hosts;
        }
        reject(result, "hosts", Words.of("estate.register.no-hosts"));
        return null;
    }

    private @Nullable Place place(RegisterForm form, Errors result) {
        var place = Place.read(form.place().isEmpty() ? installation.settings().defaultPlace() : form.place());
        if (place.isEmpty()) {
            reject(result, "place", Words.of("domain.place.missing"));
        }
        return place.orElse(null);
    }

    private void reject(Errors result, String field, Words objection) {
        result.rejectValue(field, "", wording.text(objection));
    }
}
