package mtasts.estate;

import mtasts.estate.Registering.Outcome;
import mtasts.estate.Registering.Registration;
import mtasts.web.Flash;
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
    private final RegistrationReader reader;
    private final Judging judging;
    private final Installation installation;
    private final Wording wording;

    RegisterController(
            Registering registering,
            RegistrationReader reader,
            Judging judging,
            Installation installation,
            Wording wording) {
        this.registering = registering;
        this.reader = reader;
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
        var registration = reader.read(form, result);
        if (registration == null) {
            return page(form, model);
        }
        var name = registration.name();
        return switch (registering.register(registration)) {
            case Outcome.Already already -> {
                result.rejectValue(
                        "name",
                        "",
                        wording.text(Words.of(
                                already.sample() ? "estate.register.sample" : "estate.register.already",
                                name.ascii())));
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
}
