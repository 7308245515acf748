package mtasts.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import mtasts.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that makes the first account, for whoever has the code from the console; gone once there is an account. */
@Controller
class SetupController {

    private static final String GONE = "redirect:/sign-in";

    private final FirstAccount firstAccount;
    private final FirstAccountCode code;
    private final Throttle throttle;
    private final Reading reading;
    private final PersonInSession sessions;

    SetupController(
            FirstAccount firstAccount,
            FirstAccountCode code,
            Throttle throttle,
            Reading reading,
            PersonInSession sessions) {
        this.firstAccount = firstAccount;
        this.code = code;
        this.throttle = throttle;
        this.reading = reading;
        this.sessions = sessions;
    }

    @GetMapping("/setup")
    String page(
            @RequestParam(name = "code", defaultValue = "") String typedCode,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (firstAccount.exists()) {
            return GONE;
        }
        if (typedCode.isBlank()) {
            return "account/setup-code";
        }
        return refused(typedCode, model, request, response).orElseGet(() -> {
            model.addAttribute("form", SetupForm.blank(typedCode));
            return "account/setup";
        });
    }

    @PostMapping("/setup")
    String create(
            @ModelAttribute("form") SetupForm form,
            BindingResult problems,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (firstAccount.exists()) {
            return GONE;
        }
        var refused = refused(form.code(), model, request, response);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (problems.hasErrors()) {
            return "account/setup";
        }
        var mail = reading.mail(form.mail(), problems);
        var name = reading.name(form.displayName(), problems);
        var hash = reading.newPassword(form.password(), form.mail(), form.displayName(), problems);
        if (mail.isEmpty() || name.isEmpty() || hash.isEmpty()) {
            return "account/setup";
        }
        return switch (firstAccount.create(mail.get(), name.get(), hash.get())) {
            case FirstAccount.Outcome.AlreadyThere() -> GONE;
            case FirstAccount.Outcome.Created(Person person) -> {
                sessions.begin(person, request);
                yield "redirect:/";
            }
        };
    }

    /** The page that asks for the code once more, unless it is the right one. */
    private Optional<String> refused(
            String typedCode, Model model, HttpServletRequest request, HttpServletResponse response) {
        var address = request.getRemoteAddr();
        var wait = throttle.guess("setup", address);
        if (wait.isEmpty() && code.is(typedCode)) {
            throttle.succeeded("setup", address);
            return Optional.empty();
        }
        if (wait.isPresent()) {
            model.addAttribute("problem", tooOften(wait.get(), response));
        } else {
            model.addAttribute("problem", Words.of("account.setup.code.wrong"));
        }
        return Optional.of("account/setup-code");
    }

    private static Words tooOften(Duration wait, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader("Retry-After", String.valueOf(wait.toSeconds()));
        return Words.of("account.too-often", wait);
    }
}
