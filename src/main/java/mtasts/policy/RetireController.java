package mtasts.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import mtasts.domain.Domains;
import mtasts.domain.Place;
import mtasts.rfc8461.DomainName;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Giving a policy up: what happens to mail, until when everything has to stay, and the one button. */
@Controller
@RequestMapping("/domains/{name}/retire")
class RetireController {

    private final Domains domains;
    private final Versions versions;
    private final Retiring retiring;
    private final Clock clock;

    RetireController(Domains domains, Versions versions, Retiring retiring, Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.retiring = retiring;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable DomainName name, Model model) {
        return page(name, "", null, model);
    }

    @PostMapping
    String retire(
            @PathVariable DomainName name,
            @RequestParam int current,
            @RequestParam(defaultValue = "") String note,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var objection = FreeText.objection(note).orElse(null);
        if (objection != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("noteObjection", objection);
            return page(name, note, null, model);
        }
        var publication = retiring.retire(name, current, FreeText.kept(note));
        if (publication instanceof Publication.Done done) {
            var key = done.version().place() == Place.HERE ? "policy.retired.here" : "policy.retired.elsewhere";
            Flash.done(Words.of(key, done.version().number())).after(redirect);
            return "redirect:/domains/" + name.ascii();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(name, note, refusal(publication), model);
    }

    private Words refusal(Publication publication) {
        return switch (publication) {
            case Publication.ClockBehind behind ->
                Words.of("policy.problem.clock.retire", Words.moment(behind.latest()), Words.moment(clock.instant()));
            case Publication.Overtaken overtaken ->
                Words.of(
                        "policy.problem.overtaken",
                        overtaken.current().number(),
                        overtaken.current().author());
            case Publication.NothingToPublish nothing -> Words.of("policy.retire.already");
            case Publication.Done done -> throw new IllegalArgumentException("not refused: " + done);
            case Publication.DraftChanged changed -> throw new IllegalStateException("no draft is retired");
            case Publication.Invalid invalid -> throw new IllegalStateException("what was published is valid");
            case Publication.ReasonNeeded needed -> throw new IllegalStateException("retiring needs no reason");
            case Publication.ThroughPromotion through -> throw new IllegalStateException("retiring promotes nothing");
            case Publication.ThroughRetiring through -> throw new IllegalStateException("this is retiring");
        };
    }

    private String page(DomainName name, String note, @Nullable Words problem, Model model) {
        var domain = domains.require(name);
        model.addAttribute("page", RetirePage.of(domain, Timeline.of(versions.of(domain)), clock.instant()));
        model.addAttribute("note", note);
        model.addAttribute("problem", problem);
        return "policy/retire";
    }
}
