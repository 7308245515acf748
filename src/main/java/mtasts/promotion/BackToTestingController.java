package mtasts.promotion;

import mtasts.domain.Domains;
import mtasts.policy.PublicationAnswer;
import mtasts.rfc8461.DomainName;
import mtasts.web.FreeText;
import mtasts.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What going back to testing does to mail, and one button. */
@Controller
class BackToTestingController {

    private static final String PAGE = "promotion/back-to-testing";

    private final Domains domains;
    private final BackToTestingPages pages;
    private final BackToTesting backToTesting;
    private final PublicationAnswer answer;
    private final Wording wording;

    BackToTestingController(
            Domains domains,
            BackToTestingPages pages,
            BackToTesting backToTesting,
            PublicationAnswer answer,
            Wording wording) {
        this.domains = domains;
        this.pages = pages;
        this.backToTesting = backToTesting;
        this.answer = answer;
        this.wording = wording;
    }

    /**
     * What was typed.
     *
     * @param expected the number of the version that was looked at
     */
    record BackForm(@Nullable Integer expected, @Nullable String reason) {

        int looked() {
            return expected == null ? 0 : expected;
        }

        String typedReason() {
            return reason == null ? "" : reason;
        }
    }

    @GetMapping("/domains/{name}/back-to-testing")
    String look(@PathVariable DomainName name, Model model) {
        model.addAttribute("form", new BackForm(null, null));
        return page(name, model);
    }

    @PostMapping("/domains/{name}/back-to-testing")
    String goBack(
            @PathVariable DomainName name,
            @ModelAttribute("form") BackForm form,
            BindingResult result,
            Model model,
            RedirectAttributes redirect) {
        FreeText.objection(form.typedReason())
                .ifPresent(words -> result.rejectValue("reason", "", wording.text(words)));
        if (result.hasErrors()) {
            return page(name, model);
        }
        var reason = FreeText.kept(form.typedReason());
        var publication = backToTesting.goBack(name, form.looked(), reason.isEmpty() ? null : reason);
        return answer.to(publication, "promotion.back", name, result, redirect).orElseGet(() -> page(name, model));
    }

    private String page(DomainName name, Model model) {
        model.addAttribute("page", pages.of(domains.require(name)));
        return PAGE;
    }
}
