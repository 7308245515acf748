package mtasts.promotion;

import mtasts.domain.Domains;
import mtasts.domain.Place;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Publication;
import mtasts.rfc8461.DomainName;
import mtasts.web.Flash;
import mtasts.web.FreeText;
import mtasts.web.Wording;
import mtasts.web.Words;
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
    private final Wording wording;

    BackToTestingController(Domains domains, BackToTestingPages pages, BackToTesting backToTesting, Wording wording) {
        this.domains = domains;
        this.pages = pages;
        this.backToTesting = backToTesting;
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
        return switch (backToTesting.goBack(name, form.looked(), reason.isEmpty() ? null : reason)) {
            case Publication.Published published -> done(name, published.version(), redirect);
            case Publication.AlreadyPublished already -> {
                Flash.done(Words.of(
                                "promotion.back.already",
                                name.ascii(),
                                already.version().number()))
                        .after(redirect);
                yield "redirect:/domains/" + name.ascii();
            }
            case Publication refused -> {
                result.reject("", wording.text(Refusal.words(refused)));
                yield page(name, model);
            }
        };
    }

    private static String done(DomainName name, PolicyVersion version, RedirectAttributes redirect) {
        var key = version.place() == Place.HERE ? "promotion.back.done" : "promotion.back.done-elsewhere";
        Flash.done(Words.of(key, name.ascii(), version.number())).after(redirect);
        return "redirect:/domains/" + name.ascii();
    }

    private String page(DomainName name, Model model) {
        model.addAttribute("page", pages.of(domains.require(name)));
        return PAGE;
    }
}
