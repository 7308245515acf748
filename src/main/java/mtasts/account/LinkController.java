package mtasts.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a one-time link leads: the holder sets a password and is signed in. */
@Controller
class LinkController {

    private final Inviting inviting;
    private final Reading reading;
    private final PersonInSession sessions;

    LinkController(Inviting inviting, Reading reading, PersonInSession sessions) {
        this.inviting = inviting;
        this.reading = reading;
        this.sessions = sessions;
    }

    @GetMapping("/link/{token}")
    String page(@PathVariable String token, Model model, HttpServletResponse response) {
        var person = inviting.invited(token);
        if (person.isEmpty()) {
            return dead(response);
        }
        model.addAttribute("form", new LinkForm(""));
        return page(person.get(), token, model);
    }

    @PostMapping("/link/{token}")
    String setPassword(
            @PathVariable String token,
            @ModelAttribute("form") LinkForm form,
            BindingResult problems,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = inviting.invited(token);
        if (person.isEmpty()) {
            return dead(response);
        }
        if (problems.hasErrors()) {
            return page(person.get(), token, model);
        }
        var hash = reading.newPassword(
                form.password(), person.get().mail(), person.get().displayName(), problems);
        if (hash.isEmpty()) {
            return page(person.get(), token, model);
        }
        var accepted = inviting.accept(token, hash.get());
        if (accepted.isEmpty()) {
            return dead(response);
        }
        sessions.begin(accepted.get(), request);
        return "redirect:/";
    }

    private static String page(Person person, String token, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("path", "/link/" + token);
        return "account/link";
    }

    private static String dead(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "account/dead-link";
    }
}
