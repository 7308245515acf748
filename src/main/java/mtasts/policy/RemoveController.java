package mtasts.policy;

import java.time.Clock;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import mtasts.web.Action;
import mtasts.web.Flash;
import mtasts.web.FreeText;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Removing a domain, and undoing that. */
@Controller
@RequestMapping("/domains/{name}")
class RemoveController {

    private final Domains domains;
    private final Versions versions;
    private final Confirmations confirmations;
    private final Removal removal;
    private final Wording wording;
    private final Clock clock;

    RemoveController(
            Domains domains,
            Versions versions,
            Confirmations confirmations,
            Removal removal,
            Wording wording,
            Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.confirmations = confirmations;
        this.removal = removal;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/remove")
    String ask(@PathVariable DomainName name, Model model) {
        model.addAttribute("form", RemoveForm.blank());
        return page(name, model);
    }

    @PostMapping("/remove")
    String remove(
            @PathVariable DomainName name,
            @ModelAttribute("form") RemoveForm form,
            BindingResult result,
            Model model,
            RedirectAttributes redirect) {
        FreeText.objection(form.typedReason()).ifPresent(objection -> object(result, objection));
        if (result.hasErrors()) {
            return page(name, model);
        }
        var outcome =
                form.isAnyway() ? removal.removeAnyway(name, FreeText.kept(form.typedReason())) : removal.remove(name);
        return switch (outcome) {
            case REMOVED -> {
                var undo = Action.post(Words.of("policy.removed.undo"), "/domains/" + name.ascii() + "/undo-removal");
                Flash.done(Words.of("policy.removed", name.ascii()))
                        .undoneBy(undo)
                        .after(redirect);
                yield "redirect:/domains";
            }
            case HELD -> {
                result.reject("", wording.text(Words.of("policy.remove.held")));
                yield page(name, model);
            }
            case REASON_NEEDED -> {
                object(result, Words.of("policy.remove.reason.missing"));
                yield page(name, model);
            }
        };
    }

    private void object(BindingResult result, Words objection) {
        result.rejectValue("reason", "", wording.text(objection));
    }

    @GetMapping("/undo-removal")
    String removed(@PathVariable DomainName name, Model model) {
        var domain = domains.everRegistered(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!domain.removed()) {
            return "redirect:/domains/" + name.ascii();
        }
        model.addAttribute("page", RemovedPage.of(domain, removal.canBeUndone(domain), versions.live(domain)));
        return "policy/removed";
    }

    @PostMapping("/undo-removal")
    String undo(@PathVariable DomainName name, RedirectAttributes redirect) {
        return switch (removal.undo(name)) {
            case RESTORED -> {
                Flash.done(Words.of("policy.restored.domain", name.ascii())).after(redirect);
                yield "redirect:/domains/" + name.ascii();
            }
            case NOT_REMOVED -> "redirect:/domains/" + name.ascii();
            case TOO_LATE -> "redirect:/domains/" + name.ascii() + "/undo-removal";
        };
    }

    private String page(DomainName name, Model model) {
        var domain = domains.require(name);
        var timeline = Timeline.of(versions.of(domain));
        model.addAttribute("page", RemovePage.of(domain, timeline, confirmations.everUp(domain), clock.instant()));
        return "policy/remove";
    }
}
