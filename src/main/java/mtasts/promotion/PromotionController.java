package mtasts.promotion;

import java.util.Optional;
import mtasts.domain.Domains;
import mtasts.policy.PublicationAnswer;
import mtasts.rfc8461.DomainName;
import mtasts.web.FreeText;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The evidence, what happens to mail, and the deed. */
@Controller
class PromotionController {

    private static final String PAGE = "promotion/promote";

    private final Domains domains;
    private final PromotePages pages;
    private final Promotion promotion;
    private final PublicationAnswer answer;
    private final Wording wording;

    PromotionController(
            Domains domains, PromotePages pages, Promotion promotion, PublicationAnswer answer, Wording wording) {
        this.domains = domains;
        this.pages = pages;
        this.promotion = promotion;
        this.answer = answer;
        this.wording = wording;
    }

    @GetMapping("/domains/{name}/promote")
    String look(@PathVariable DomainName name, Model model) {
        model.addAttribute("form", PromoteForm.blank());
        return page(name, model);
    }

    @PostMapping("/domains/{name}/promote")
    String promote(
            @PathVariable DomainName name,
            @ModelAttribute("form") PromoteForm form,
            BindingResult result,
            Model model,
            RedirectAttributes redirect) {
        check(form, result);
        if (result.hasErrors()) {
            return page(name, model);
        }
        var reason = form.isAnyway() ? FreeText.kept(form.typedReason()) : null;
        var publication = promotion.promote(name, form.looked(), form.word(), reason, form.chosen());
        return answer.to(publication, "promotion.promoted", name, result, redirect)
                .orElseGet(() -> page(name, model));
    }

    private void check(PromoteForm form, BindingResult result) {
        if (form.isAnyway()) {
            FreeText.objection(form.typedReason())
                    .or(() -> form.typedReason().isBlank()
                            ? Optional.of(Words.of("promotion.anyway.reason-missing"))
                            : Optional.empty())
                    .ifPresent(words -> result.rejectValue("reason", "", wording.text(words)));
            if (!form.hasRead()) {
                result.rejectValue("read", "", wording.text(Words.of("promotion.anyway.read-missing")));
            }
            return;
        }
        var word = form.word();
        want(word.liveSinceFirstDay(), "live", result);
        want(word.reportsRead(), "reports", result);
        want(word.hostsSound(), "hosts", result);
    }

    private void want(boolean ticked, String tick, BindingResult result) {
        if (!ticked) {
            result.rejectValue(tick, "", wording.text(Words.of("promotion.word.missing")));
        }
    }

    private String page(DomainName name, Model model) {
        model.addAttribute("page", pages.of(domains.require(name)));
        return PAGE;
    }
}
