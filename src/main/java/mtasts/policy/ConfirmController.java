package mtasts.policy;

import mtasts.rfc8461.DomainName;
import mtasts.web.Flash;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The two buttons that say what has happened outside; both lead back to the domain. */
@Controller
@RequestMapping("/domains/{name}")
class ConfirmController {

    private final Confirming confirming;

    ConfirmController(Confirming confirming) {
        this.confirming = confirming;
    }

    @PostMapping("/file-is-up")
    String fileIsUp(@PathVariable DomainName name, @RequestParam int number, RedirectAttributes redirect) {
        return said("file", name, number, confirming.fileIsUp(name, number), redirect);
    }

    @PostMapping("/records-created")
    String recordsCreated(
            @PathVariable DomainName name,
            @RequestParam int number,
            @RequestParam(required = false) @Nullable String records,
            RedirectAttributes redirect) {
        return said("records", name, number, confirming.recordsCreated(name, number, records), redirect);
    }

    private String said(
            String what, DomainName name, int number, Confirming.Outcome outcome, RedirectAttributes redirect) {
        var flash = switch (outcome) {
            case CONFIRMED, ALREADY -> Flash.done(Words.of("policy.confirmed." + what, number));
            case NOT_CURRENT -> new Flash(Mark.DANGER, Words.of("policy.confirmed.not-current", number), null);
            case OTHER_RECORDS -> new Flash(Mark.DANGER, Words.of("policy.confirmed.other-records"), null);
            case RECORDS_MISSING ->
                new Flash(Mark.DANGER, Words.of("policy.confirmed.records-missing", confirming.missing(name)), null);
            case FILE_FIRST -> new Flash(Mark.DANGER, Words.of("policy.confirmed.file-first"), null);
        };
        flash.after(redirect);
        return "redirect:/domains/" + name.ascii();
    }
}
