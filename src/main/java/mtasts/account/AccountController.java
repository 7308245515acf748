package mtasts.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import mtasts.web.Actor;
import mtasts.web.Flash;
import mtasts.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own account, for readers too. */
@Controller
class AccountController {

    private static final Set<String> LANGUAGES = Set.of("en", "es");

    private final People people;
    private final OwnAccount ownAccount;
    private final Passwords passwords;
    private final Reading reading;
    private final Throttle throttle;
    private final PersonInSession sessions;

    AccountController(
            People people,
            OwnAccount ownAccount,
            Passwords passwords,
            Reading reading,
            Throttle throttle,
            PersonInSession sessions) {
        this.people = people;
        this.ownAccount = ownAccount;
        this.passwords = passwords;
        this.reading = reading;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    String page(Actor actor, Model model) {
        model.addAttribute("form", AccountForm.of(person(actor)));
        model.addAttribute("passwordForm", PasswordForm.blank());
        return page(person(actor), model);
    }

    @PostMapping("/account")
    String change(
            @ModelAttribute("form") AccountForm form,
            BindingResult problems,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        var name = reading.name(form.displayName(), problems);
        if (!problems.hasErrors() && name.isPresent() && !ownAccount.rename(actor.personId(), name.get())) {
            Reading.reject("displayName", Words.of("account.name.taken"), problems);
        }
        if (problems.hasErrors()) {
            model.addAttribute("passwordForm", PasswordForm.blank());
            return page(person(actor), model);
        }
        ownAccount.speak(actor.personId(), LANGUAGES.contains(form.language()) ? form.language() : null);
        Flash.done(Words.of("account.own.saved")).after(redirect);
        return "redirect:/account";
    }

    /** The address of a form that was shown again. */
    @GetMapping("/account/password")
    String passwordForm() {
        return "redirect:/account";
    }

    @PostMapping("/account/password")
    String changePassword(
            @ModelAttribute("passwordForm") PasswordForm form,
            BindingResult problems,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var person = person(actor);
        if (problems.hasErrors()) {
            model.addAttribute("form", AccountForm.of(person));
            return page(person, model);
        }
        var wait = throttle.guess(person.mail(), request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("problem", Words.of("account.too-often", wait.get()));
        } else if (!passwords.matches(form.oldPassword(), person.password())) {
            Reading.reject("oldPassword", Words.of("account.password.old-wrong"), problems);
        } else {
            throttle.succeeded(person.mail(), request.getRemoteAddr());
            var hash = reading.newPassword(form.password(), person.mail(), person.displayName(), problems);
            if (hash.isPresent()) {
                var session = request.getSession().getId();
                sessions.keep(ownAccount.changePassword(person.id(), hash.get(), session), request);
                Flash.done(Words.of("account.own.password-saved")).after(redirect);
                return "redirect:/account";
            }
        }
        model.addAttribute("form", AccountForm.of(person));
        return page(person, model);
    }

    @PostMapping("/account/sign-out-everywhere")
    String signOutEverywhere(Actor actor, HttpServletRequest request) {
        ownAccount.signOutEverywhere(actor.personId());
        request.getSession().invalidate();
        return "redirect:/sign-in?left";
    }

    private Person person(Actor actor) {
        return people.findById(actor.personId()).orElseThrow();
    }

    private static String page(Person person, Model model) {
        model.addAttribute("person", person);
        return "account/account";
    }
}
