package mtasts.policy;

import java.time.Clock;
import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import mtasts.web.Action;
import mtasts.web.Flash;
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

/** The history of a domain's policy: all versions, one of them, and any two side by side. */
@Controller
@RequestMapping("/domains/{name}/versions")
class VersionController {

    private final Domains domains;
    private final Versions versions;
    private final Drafts drafts;
    private final Restoring restoring;
    private final Clock clock;

    VersionController(Domains domains, Versions versions, Drafts drafts, Restoring restoring, Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.drafts = drafts;
        this.restoring = restoring;
        this.clock = clock;
    }

    @GetMapping
    String history(@PathVariable DomainName name, Model model) {
        var all = versions.of(domains.require(name));
        var timeline = Timeline.of(all);
        model.addAttribute("numbers", numbers(all));
        model.addAttribute(
                "begin", Action.change(Words.of("policy.versions.none.act"), "/domains/" + name.ascii() + "/policy"));
        model.addAttribute(
                "versions",
                all.stream()
                        .map(version -> VersionView.of(version, timeline, clock.instant()))
                        .toList());
        return "policy/versions";
    }

    @GetMapping("/{number:[0-9]{1,9}}")
    String version(@PathVariable DomainName name, @PathVariable int number, Model model) {
        var domain = domains.require(name);
        var timeline = Timeline.of(versions.of(domain));
        var version = find(domain, number);
        model.addAttribute("page", VersionView.of(version, timeline, clock.instant()));
        var draft = drafts.of(domain).orElse(null);
        model.addAttribute("draft", draft);
        model.addAttribute(
                "replaces",
                draft == null
                        ? null
                        : Words.of("policy.restore.replaces", draft.savedBy(), Words.ago(draft.savedAt())));
        model.addAttribute(
                "before",
                versions.find(domain, number - 1)
                        .map(before -> Difference.between(before.text(), version.text()))
                        .orElse(null));
        return "policy/version";
    }

    /** Any two; without a choice the current one and the one before it. */
    @GetMapping("/compare")
    String compare(
            @PathVariable DomainName name,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Model model) {
        var domain = domains.require(name);
        var all = versions.of(domain);
        if (all.isEmpty()) {
            return "redirect:/domains/" + name.ascii() + "/versions";
        }
        var later = to == null ? all.getFirst() : find(domain, to);
        var earlier = from == null ? all.get(Math.min(1, all.size() - 1)) : find(domain, from);
        model.addAttribute("numbers", numbers(all));
        model.addAttribute(
                "lead",
                Words.of(
                        "policy.compare.lead", Words.moment(earlier.publishedAt()), Words.moment(later.publishedAt())));
        model.addAttribute("from", earlier);
        model.addAttribute("to", later);
        model.addAttribute("difference", Difference.between(earlier.text(), later.text()));
        return "policy/compare";
    }

    @PostMapping("/{number:[0-9]{1,9}}/restore")
    String restore(
            @PathVariable DomainName name,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer lock,
            Model model,
            RedirectAttributes redirect) {
        return switch (restoring.restore(name, number, lock)) {
            case Restoring.Outcome.Restored restored -> {
                flash(number, restored).after(redirect);
                yield "redirect:/domains/" + name.ascii() + "/policy";
            }
            case Restoring.Outcome.Same same -> {
                Flash.advice(Words.of("policy.restored.same", number)).after(redirect);
                yield "redirect:/domains/" + name.ascii() + "/policy";
            }
            case Restoring.Outcome.Changed changed -> {
                model.addAttribute("problem", Words.of("policy.restore.changed"));
                yield version(name, number, model);
            }
            case Restoring.Outcome.NoSuchVersion none -> throw notFound();
        };
    }

    private static Flash flash(int number, Restoring.Outcome.Restored restored) {
        return restored.lost().isEmpty()
                ? Flash.done(Words.of("policy.restored", number))
                : Flash.advice(Words.of("policy.restored.lost", number, restored.lost()));
    }

    private static List<Integer> numbers(List<PolicyVersion> versions) {
        return versions.stream().map(PolicyVersion::number).toList();
    }

    private PolicyVersion find(Domain domain, int number) {
        return versions.find(domain, number).orElseThrow(VersionController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
