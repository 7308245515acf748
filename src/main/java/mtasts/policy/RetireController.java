package mtasts.policy;

import java.time.Clock;
import mtasts.domain.Domains;
import mtasts.domain.Place;
import mtasts.rfc8461.DomainName;
import mtasts.web.Flash;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Giving a policy up: what happens to mail, until when everything has to stay, and the one button. */
@Controller
@RequestMapping("/domains/{name}/retire")
class RetireController {

    private static final String PAGE = "policy/retire";

    private final Domains domains;
    private final Versions versions;
    private final Retiring retiring;
    private final Wording wording;
    private final Clock clock;

    RetireController(Domains domains, Versions versions, Retiring retiring, Wording wording, Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.retiring = retiring;
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
        FreeText.objection(form.typedNote())
                .ifPresent(objection -> result.rejectValue("note", "", wording.text(objection)));
        if (!result.hasErrors()) {
            var publication = retiring.retire(name, form.expectedCurrent(), FreeText.kept(form.typedNote()));
            if (publication instanceof Publication.Done done) {
                var key = done.version().place() == Place.HERE ? "policy.retired.here" : "policy.retired.elsewhere";
                Flash.done(Words.of(key, done.version().number())).after(redirect);
                return "redirect:/domains/" + name.ascii();
            }
            result.reject("", wording.text(refusal(publication)));
        }
        page(name, model);
        return PAGE;
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

    private RetirePage page(DomainName name, Model model) {
        var domain = domains.require(name);
        var page = RetirePage.of(domain, Timeline.of(versions.of(domain)), clock.instant());
        model.addAttribute("page", page);
        return page;
    }
}
