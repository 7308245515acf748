package mtasts.validator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that judges what is pasted; nothing of it is kept. */
@Controller
@RequestMapping("/validator")
class ValidatorController {

    private static final int MOST_SETS = 50;

    private final RateLimit rate;

    ValidatorController(RateLimit rate) {
        this.rate = rate;
    }

    @ModelAttribute("examples")
    Example examples() {
        return Example.GOOD;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String example, Model model) {
        if (example == null) {
            return page(ValidatorForm.blank(), model);
        }
        var form = ValidatorForm.example(example);
        judge(form, model);
        return page(form, model);
    }

    /** Judging changes nothing, so that a form that comes back through sign-in or for another language is judged too. */
    @PostMapping
    String judge(
            @ModelAttribute("form") ValidatorForm form,
            BindingResult problems,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wait = rate.take(request.getRemoteAddr());
        if (wait.isPresent()) {
            model.addAttribute("problem", Words.of("validator.rate", wait.get()));
            response.setHeader(HttpHeaders.RETRY_AFTER, wait.get().toString());
            if (script == null) {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            }
        } else {
            judge(form, model);
        }
        return script == null ? page(form, model) : "validator/result :: judged";
    }

    private static String page(ValidatorForm form, Model model) {
        model.addAttribute("form", form);
        return "validator/validator";
    }

    private static void judge(ValidatorForm form, Model model) {
        if (form.pasted().isBlank()) {
            return;
        }
        var verdicts = switch (Pasted.of(form.pasted(), Pasted.Kind.of(form.choice()))) {
            case Pasted.PolicyText policy -> List.of(Verdict.ofPolicy(policy.text()));
            case Pasted.Records records -> {
                model.addAttribute("elsewhere", records.elsewhere());
                model.addAttribute("moreSets", Math.max(0, records.sets().size() - MOST_SETS));
                yield records.sets().stream()
                        .limit(MOST_SETS)
                        .map(Verdict::ofRecords)
                        .toList();
            }
        };
        model.addAttribute("verdicts", verdicts);
    }
}
