package mtasts.estate;

import mtasts.job.Jobs;
import mtasts.web.Installation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: where all domains stand, what wants attention, and what to do next; or how to begin. */
@Controller
class OverviewController {

    private final Counting counting;
    private final EstateStep nextStep;
    private final Attentions attentions;
    private final DueDomains due;
    private final LatestChanges changes;
    private final Installation installation;
    private final Judging judging;
    private final Jobs jobs;

    OverviewController(
            Counting counting,
            EstateStep nextStep,
            Attentions attentions,
            DueDomains due,
            LatestChanges changes,
            Installation installation,
            Judging judging,
            Jobs jobs) {
        this.counting = counting;
        this.nextStep = nextStep;
        this.attentions = attentions;
        this.due = due;
        this.changes = changes;
        this.installation = installation;
        this.judging = judging;
        this.jobs = jobs;
    }

    @GetMapping("/")
    String overview(Model model) {
        var counts = counting.stages();
        model.addAttribute("jobs", jobs.notEnded());
        model.addAttribute("samples", counting.samples());
        if (counts.total() == 0) {
            var form = RegisterForm.blank(installation.settings());
            model.addAttribute("form", form);
            model.addAttribute("judged", judging.judge(form));
            model.addAttribute("rail", EstateRail.trip());
            return "estate/start";
        }
        model.addAttribute("counts", counts);
        model.addAttribute("rail", EstateRail.of(counts));
        model.addAttribute("step", nextStep.now());
        model.addAttribute("attentions", attentions.all());
        model.addAttribute("due", due.first());
        model.addAttribute("changes", changes.first());
        return "estate/overview";
    }
}
