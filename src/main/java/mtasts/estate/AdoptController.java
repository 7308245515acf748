package mtasts.estate;

import java.io.IOException;
import mtasts.policy.Adoption.Outcome;
import mtasts.web.ApiErrors;
import mtasts.web.Flash;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a policy that is up already is adopted. What comes of it is shown before anything is saved. */
@Controller
class AdoptController {

    private static final String PAGE = "estate/adopt";

    private final Adopting adopting;
    private final AdopteeReader reader;
    private final AdoptionJudging judging;
    private final Wording wording;

    AdoptController(Adopting adopting, AdopteeReader reader, AdoptionJudging judging, Wording wording) {
        this.adopting = adopting;
        this.reader = reader;
        this.judging = judging;
        this.wording = wording;
    }

    @GetMapping("/domains/adopt")
    String blank(@RequestParam(required = false) @Nullable String name, Model model) {
        var form = AdoptPageForm.of(name);
        model.addAttribute("form", form);
        model.addAttribute("judged", judging.judge(form, null));
        return PAGE;
    }

    /** What would come of it, asked for by the page while it is filled in. */
    @PostMapping("/domains/adopt/judge")
    String judge(@ModelAttribute("form") AdoptPageForm sent, BindingResult result, Model model) throws IOException {
        var form = sent.read().orElse(sent);
        model.addAttribute("judged", judging.judge(form, reader.read(form.exact(), ApiErrors.none())));
        return "estate/adopt-judged :: judged";
    }

    /** @param look where it is to be judged and no more, even if nothing changed */
    @PostMapping("/domains/adopt")
    String adopt(
            @ModelAttribute("form") AdoptPageForm sent,
            BindingResult result,
            @RequestParam(required = false) @Nullable String look,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var read = sent.read();
        var form = read.orElse(sent);
        var errors = shown(form, result, model);
        if (read.isEmpty()) {
            errors.rejectValue("text", "", wording.text(Words.of("estate.adopt.text.unreadable")));
        }
        var resumed = errors.hasErrors();
        var adoptee = reader.read(form.exact(), errors);
        if (adoptee != null && look == null && !resumed && form.seen().equals(form.judged())) {
            var done = answer(adoptee, adopting.adopt(adoptee), redirect);
            if (done != null) {
                return done;
            }
        }
        model.addAttribute("judged", judging.judge(form, adoptee));
        return PAGE;
    }

    /** The form as it was read, with what there is to say about it. */
    private static Errors shown(AdoptPageForm form, BindingResult result, Model model) {
        var errors = new BeanPropertyBindingResult(form, "form");
        result.getGlobalErrors().forEach(errors::addError);
        result.getFieldErrors().forEach(errors::addError);
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        return errors;
    }

    private static @Nullable String answer(Adoptee adoptee, Outcome outcome, RedirectAttributes redirect) {
        var name = adoptee.name().ascii();
        return switch (outcome) {
            case Outcome.Adopted adopted -> {
                Flash.done(Words.of("estate.adopt.done." + adoptee.place().text(), name))
                        .after(redirect);
                yield "redirect:/domains/" + name;
            }
            case Outcome.Already already -> {
                Flash.done(Words.of("estate.adopt.done.already", name)).after(redirect);
                yield "redirect:/domains/" + name;
            }
            case Outcome.Drafted drafted -> {
                Flash.done(Words.of("estate.adopt.done.draft", name)).after(redirect);
                yield "redirect:/domains/" + name + "/policy";
            }
            case Outcome.Refused refused -> null;
        };
    }
}
