package mtasts.policy;

import java.time.Clock;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import mtasts.web.FreeText;
import mtasts.web.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Giving a policy up: what happens to mail, until when everything has to stay, and the one button. */
@Controller
@RequestMapping("/domains/{name}/retire")
class RetireController {

    private static final String PAGE = "policy/retire";

    private final Domains domains;
    private final Versions versions;
    private final Confirmations confirmations;
    private final Retiring retiring;
    private final PublicationAnswer answer;
    private final Wording wording;
    private final Clock clock;

    RetireController(
            Domains domains,
            Versions versions,
            Confirmations confirmations,
            Retiring retiring,
            PublicationAnswer answer,
            Wording wording,
            Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.confirmations = confirmations;
        this.retiring = retiring;
        this.answer = answer;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable DomainName name, Model model) {
        var page = page(name, model);
        model.addAttribute("form", RetireForm.blank(page.current()));
        return PAGE;
    }

    @PostMapping
    String retire(
            @PathVariable DomainName name,
            @ModelAttribute("form") RetireForm form,
            BindingResult result,
            Model model,
            RedirectAttributes redirect) {
        FreeText.objection(form.typedReason())
                .ifPresent(objection -> result.rejectValue("reason", "", wording.text(objection)));
        if (result.hasErrors()) {
            return again(name, model);
        }
        var publication = retiring.retire(name, form.expectedCurrent(), FreeText.kept(form.typedReason()));
        return answer.to(publication, "policy.retired", name, result, redirect).orElseGet(() -> again(name, model));
    }

    private String again(DomainName name, Model model) {
        page(name, model);
        return PAGE;
    }

    private RetirePage page(DomainName name, Model model) {
        var domain = domains.require(name);
        var page = RetirePage.of(
                domain,
                Timeline.of(versions.of(domain)),
                confirmations.everUp(domain),
                confirmations.everInDns(domain),
                clock.instant());
        model.addAttribute("page", page);
        return page;
    }
}
