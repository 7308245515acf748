package mtasts.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import mtasts.web.Action;
import mtasts.web.Flash;
import mtasts.web.FreeText;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Removing a domain, and undoing that. */
@Controller
@RequestMapping("/domains/{name}")
class RemoveController {

    private final Domains domains;
    private final Versions versions;
    private final Removal removal;
    private final Clock clock;

    RemoveController(Domains domains, Versions versions, Removal removal, Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.removal = removal;
        this.clock = clock;
    }

    @GetMapping("/remove")
    String ask(@PathVariable DomainName name, Model model) {
        return page(name, "", null, model);
    }

    @PostMapping("/remove")
    String remove(
            @PathVariable DomainName name,
            @RequestParam(defaultValue = "false") boolean anyway,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var objection = FreeText.objection(reason).orElse(null);
        if (objection != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(name, reason, objection, model);
        }
        var outcome = anyway ? removal.removeAnyway(name, FreeText.kept(reason)) : removal.remove(name);
        return switch (outcome) {
            case REMOVED -> {
                var undo = Action.post(Words.of("policy.removed.undo"), "/domains/" + name.ascii() + "/undo-removal");
                Flash.done(Words.of("policy.removed", name)).undoneBy(undo).after(redirect);
                yield "redirect:/domains";
            }
            case HELD -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(name, reason, null, model);
            }
            case REASON_NEEDED -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(name, reason, Words.of("policy.remove.reason.missing"), model);
            }
        };
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
    String undo(@PathVariable DomainName name, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        return switch (removal.undo(name)) {
            case RESTORED -> {
                Flash.done(Words.of("policy.restored.domain", name)).after(redirect);
                yield "redirect:/domains/" + name.ascii();
            }
            case NOT_REMOVED -> "redirect:/domains/" + name.ascii();
            case TOO_LATE -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield removed(name, model);
            }
        };
    }

    private String page(DomainName name, String reason, @Nullable Words objection, Model model) {
        var domain = domains.require(name);
        model.addAttribute("page", RemovePage.of(domain, Timeline.of(versions.of(domain)), clock.instant()));
        model.addAttribute("reason", reason);
        model.addAttribute("objection", objection);
        return "policy/remove";
    }
}
