package mtasts.validator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static final int MOST_POLICIES = 20;

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
        judge(form.pasted(), form.choice(), model);
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
            HttpServletResponse response)
            throws IOException {
        var shown = form;
        var wait = rate.take(request.getRemoteAddr());
        if (wait.isPresent()) {
            model.addAttribute("problem", Words.of("validator.rate", wait.get()));
            response.setHeader(HttpHeaders.RETRY_AFTER, wait.get().toString());
            refuse(HttpStatus.TOO_MANY_REQUESTS, script, response);
        } else if (form.isTooLarge()) {
            model.addAttribute("problem", Words.of("validator.too-large"));
            refuse(HttpStatus.CONTENT_TOO_LARGE, script, response);
            shown = new ValidatorForm("", form.kind(), null);
        } else {
            var octets = form.octets();
            shown = octets.map(form::with).orElse(form);
            judge(form, octets.orElse(null), model);
            model.addAttribute("empty", script == null && !model.containsAttribute("verdicts"));
        }
        return script == null ? page(shown, model) : "validator/result :: judged";
    }

    /** A script shows what comes with 200 alone. */
    private static void refuse(HttpStatus status, @Nullable String script, HttpServletResponse response) {
        if (script == null) {
            response.setStatus(status.value());
        }
    }

    private static String page(ValidatorForm form, Model model) {
        model.addAttribute("form", form);
        return "validator/validator";
    }

    private static void judge(ValidatorForm form, byte @Nullable [] octets, Model model) {
        var text = octets == null ? Optional.of(form.pasted()) : ValidatorForm.decoded(octets);
        if (text.isPresent()) {
            judge(text.get(), form.choice(), model);
        } else if (octets != null) {
            model.addAttribute("verdicts", List.of(Verdict.ofPolicy(octets)));
        }
    }

    private static void judge(String text, String kind, Model model) {
        if (text.isBlank()) {
            return;
        }
        var verdicts = switch (Pasted.of(text, Pasted.Kind.of(kind))) {
            case Pasted.Policies(var policies) -> {
                model.addAttribute("morePolicies", Math.max(0, policies.size() - MOST_POLICIES));
                yield policies.size() == 1
                        ? List.of(Verdict.ofPolicy(policies.getFirst().text()))
                        : IntStream.range(0, Math.min(policies.size(), MOST_POLICIES))
                                .mapToObj(i -> Verdict.ofPolicy(policies.get(i), i + 1, policies.size()))
                                .toList();
            }
            case Pasted.Records records -> {
                int all = records.aliases().size() + records.sets().size();
                model.addAttribute("elsewhere", records.elsewhere());
                model.addAttribute("unread", records.unread());
                model.addAttribute("moreSets", Math.max(0, all - MOST_SETS));
                yield Stream.concat(
                                records.aliases().stream().map(alias -> Verdict.ofAlias(alias, records)),
                                records.sets().stream().map(Verdict::ofRecords))
                        .limit(MOST_SETS)
                        .toList();
            }
        };
        model.addAttribute("verdicts", verdicts);
    }
}
