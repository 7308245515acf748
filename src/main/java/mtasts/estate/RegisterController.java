package mtasts.estate;

import mtasts.domain.MxHosts;
import mtasts.domain.Place;
import mtasts.domain.Tags;
import mtasts.domain.TypedName;
import mtasts.estate.Registering.Outcome;
import mtasts.estate.Registering.Registration;
import mtasts.rfc8461.DomainName;
import mtasts.web.Flash;
import mtasts.web.FreeText;
import mtasts.web.Installation;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a domain is registered, with the proposal as it is typed. */
@Controller
class RegisterController {

    private static final String PAGE = "estate/new";

    private final Registering registering;
    private final Judging judging;
    private final Installation installation;
    private final Wording wording;

    RegisterController(Registering registering, Judging judging, Installation installation, Wording wording) {
        this.registering = registering;
        this.judging = judging;
        this.installation = installation;
        this.wording = wording;
    }

    @GetMapping("/domains/new")
    String blank(@RequestParam(required = false) @Nullable String name, Model model) {
        var form = RegisterForm.of(name, installation.settings());
        model.addAttribute("form", form);
        return page(form, model);
    }

    /** What would come of it, asked for by the page while it is filled in. */
    @PostMapping("/domains/new/judge")
    String judge(@ModelAttribute("form") RegisterForm form, Model model) {
        model.addAttribute("judged", judging.judge(form));
        return "estate/proposal :: proposal(asked=true)";
    }

    @PostMapping("/domains/new")
    String register(
            @ModelAttribute("form") RegisterForm form, BindingResult result, Model model, RedirectAttributes redirect) {
        var registration = read(form, result);
        if (registration == null) {
            return page(form, model);
        }
        var name = registration.name();
        return switch (registering.register(registration)) {
            case Outcome.Already already -> {
                result.rejectValue("name", "", wording.text(Words.of("estate.register.already", name.ascii())));
                yield page(form, model);
            }
            case Outcome.Registered registered -> registered(registered, registration, redirect);
            case Outcome.Continued continued -> {
                Flash.done(Words.of("estate.register.continued", name.ascii(), continued.versions()))
                        .after(redirect);
                yield "redirect:/domains/" + name.ascii();
            }
        };
    }

    private String page(RegisterForm form, Model model) {
        model.addAttribute("judged", judging.judge(form));
        model.addAttribute("defaultPlace", installation.settings().defaultPlace());
        return PAGE;
    }

    private static String registered(
            Outcome.Registered registered, Registration registration, RedirectAttributes redirect) {
        var name = registration.name().ascii();
        var proposal = registered.proposal();
        var key = registration.hosts().noMail() ? "no-mail" : proposal.hosts() == 0 ? "no-hosts" : "drafted";
        Flash.done(Words.of("estate.register.done." + key, name, proposal.covered(), proposal.hosts()))
                .after(redirect);
        return "redirect:/domains/" + name;
    }

    /** What was typed; {@code null} where something is to be said about it, in the result or as an offer on the page. */
    private @Nullable Registration read(RegisterForm form, BindingResult result) {
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

    private @Nullable DomainName name(RegisterForm form, BindingResult result) {
        return switch (TypedName.read(form.name())) {
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

    private @Nullable MxHosts hosts(RegisterForm form, BindingResult result) {
        var hosts = MxHosts.read(form.hosts());
        hosts.problems().forEach(problem -> reject(result, "hosts", problem.sentence()));
        if (!hosts.isEmpty() || form.without().equals("none")) {
            return hosts;
        }
        reject(result, "hosts", Words.of("estate.register.no-hosts"));
        return null;
    }

    private @Nullable Place place(RegisterForm form, BindingResult result) {
        return switch (form.place().isEmpty() ? installation.settings().defaultPlace() : form.place()) {
            case "here" -> Place.HERE;
            case "elsewhere" -> Place.ELSEWHERE;
            default -> {
                reject(result, "place", Words.of("domain.place.missing"));
                yield null;
            }
        };
    }

    private void reject(BindingResult result, String field, Words objection) {
        result.rejectValue(field, "", wording.text(objection));
    }
}
