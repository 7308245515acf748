package mtasts.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import mtasts.web.Actor;
import mtasts.web.Flash;
import mtasts.web.FreeText;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens that programs sign in with: everybody has the own ones, administrators see all. */
@Controller
class TokenController {

    private static final String PAGE = "account/tokens";

    private final Tokens tokens;
    private final Clock clock;

    TokenController(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/account/tokens")
    String page(Actor actor, Model model) {
        return page(TokenForm.blank(), actor, model);
    }

    /** Answers with the page itself and no redirect: the token is shown this once and kept nowhere. */
    @PostMapping("/account/tokens")
    String create(@ModelAttribute("form") TokenForm form, BindingResult problems, Actor actor, Model model) {
        if (form.name().isEmpty()) {
            Reading.reject("name", Words.of("account.token.name.missing"), problems);
        }
        FreeText.objectionToLine(form.name(), 100).ifPresent(words -> Reading.reject("name", words, problems));
        if (form.writes() && !actor.mayChange()) {
            problems.reject("account.token.scope.reader");
        }
        if (problems.hasErrors()) {
            return page(form, actor, model);
        }
        var secret = Tokens.secret();
        if (!tokens.create(actor, form.name(), form.writes(), expiry(form), secret)) {
            Reading.reject("name", Words.of("account.token.many", Tokens.MOST), problems);
            return page(form, actor, model);
        }
        model.addAttribute("secret", secret);
        model.addAttribute("secretName", form.name());
        return page(TokenForm.blank(), actor, model);
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revoke(@PathVariable long id, Actor actor, RedirectAttributes redirect) {
        var token = tokens.revoke(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Flash.done(Words.of("account.token.revoke-done", token.name())).after(redirect);
        return "redirect:/account/tokens";
    }

    private @Nullable Instant expiry(TokenForm form) {
        return TokenForm.DAYS.contains(form.days())
                ? clock.instant().plus(Duration.ofDays(Long.parseLong(form.days())))
                : null;
    }

    private String page(TokenForm form, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("tokens", tokens.seenBy(actor));
        model.addAttribute("now", clock.instant());
        model.addAttribute("me", actor.personId());
        return PAGE;
    }
}
