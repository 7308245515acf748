package mtasts.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import mtasts.web.Actor;
import mtasts.web.LocalPath;
import mtasts.web.Resumed;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and back to what one was about to do. */
@Controller
class SignInController {

    /** Where a form is forwarded to that came when its session had ended. */
    static final String SIGN_IN_AGAIN = "/sign-in/again";

    /** Where a form is forwarded to that is not this browser's. */
    static final String STRANGE_FORM = "/sign-in/strange-form";

    private final SigningIn signingIn;
    private final PersonInSession sessions;
    private final FirstAccount firstAccount;

    SignInController(SigningIn signingIn, PersonInSession sessions, FirstAccount firstAccount) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.firstAccount = firstAccount;
    }

    @GetMapping("/sign-in")
    @Nullable
    String page(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String left,
            @Nullable Actor actor,
            Model model,
            HttpServletResponse response) {
        if (!firstAccount.exists()) {
            return "redirect:/setup";
        }
        if (actor != null) {
            return seeOther(to, response);
        }
        if (left != null) {
            model.addAttribute("note", Words.of("account.sign-in.left"));
        }
        return page(SignInForm.blank(to), null, model);
    }

    @RequestMapping(SIGN_IN_AGAIN)
    String again(HttpServletRequest request, Model model) throws ServletException, IOException {
        var typed = Typed.sentWith(request).orElse(null);
        model.addAttribute("note", ended(typed, "account.sign-in.lost"));
        return page(SignInForm.blank(""), typed, model);
    }

    @RequestMapping(STRANGE_FORM)
    String strangeForm() {
        return "account/strange-form";
    }

    /** After it the page that was asked for, or the form that was sent, handled as if it came now. */
    @PostMapping("/sign-in")
    @Nullable
    String signIn(
            @ModelAttribute("form") SignInForm form,
            BindingResult problems,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        var typed = Typed.carriedBy(request).orElse(null);
        if (problems.hasErrors()) {
            model.addAttribute("note", ended(typed, "account.sign-in.anew"));
            return page(form, typed, model);
        }
        switch (signingIn.signIn(form.mail(), form.password(), request.getRemoteAddr())) {
            case SigningIn.Outcome.Welcome(Person person) -> {
                sessions.begin(person, request);
                return typed == null ? seeOther(form.to(), response) : goOn(typed, request, response);
            }
            case SigningIn.Outcome.Refused() -> model.addAttribute("problem", Words.of("account.sign-in.refused"));
            case SigningIn.Outcome.TooOften(Duration delay) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(delay.toSeconds()));
                model.addAttribute("problem", Words.of("account.too-often", delay));
            }
        }
        return page(form, typed, model);
    }

    private static @Nullable String goOn(Typed typed, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var why = typed.file() ? Resumed.Why.SIGNED_OUT_WITH_A_FILE : Resumed.Why.SIGNED_OUT;
        Resumed.showAgain(typed.path(), why, new TypedRequest(request, typed), response);
        return null;
    }

    /**
     * Neither a redirect view, which takes braces in a path for its own, nor {@code sendRedirect}, which with a status
     * goes past the filters that have yet to set the session's cookie.
     */
    private static @Nullable String seeOther(String page, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, LocalPath.of(page).orElse("/"));
        return null;
    }

    private static Words ended(@Nullable Typed typed, String nothing) {
        return Words.of(
                typed == null ? nothing : typed.file() ? "account.sign-in.ended-file" : "account.sign-in.ended");
    }

    private static String page(SignInForm form, @Nullable Typed typed, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("typed", typed);
        return "account/sign-in";
    }
}
