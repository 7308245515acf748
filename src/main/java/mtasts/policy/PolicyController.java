package mtasts.policy;

import java.time.Clock;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import mtasts.web.Flash;
import mtasts.web.Resumed;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of the draft. */
@Controller
@RequestMapping("/domains/{name}/policy")
class PolicyController {

    private final Domains domains;
    private final Versions versions;
    private final Drafts drafts;
    private final Drafting drafting;
    private final Publishing publishing;
    private final Clock clock;

    PolicyController(
            Domains domains, Versions versions, Drafts drafts, Drafting drafting, Publishing publishing, Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.drafts = drafts;
        this.drafting = drafting;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** The button; a form that comes back through sign-in has an error, and presses none. */
    record Pressed(@Nullable String act) {}

    @GetMapping
    String open(@PathVariable DomainName name, Model model) {
        var domain = domains.require(name);
        return page(name, PolicyForm.opened(versions.current(domain), drafts.of(domain)), model);
    }

    /** What stands in the form, judged while it is typed: the parts of the page that say so. */
    @PostMapping("/judge")
    String judge(@PathVariable DomainName name, @RequestParam MultiValueMap<String, String> sent, Model model) {
        page(name, PolicyForm.read(sent), model);
        return "policy/judged";
    }

    /** Adds what covers the registered MX hosts that nothing covers yet. */
    @PostMapping("/cover")
    String cover(@PathVariable DomainName name, RedirectAttributes redirect) {
        var covered = drafting.cover(name).stream().map(DomainName::ascii).toList();
        Flash.done(covered.isEmpty() ? Words.of("policy.covered.nothing") : Words.of("policy.covered", covered))
                .after(redirect);
        return redirectTo(name, "/policy");
    }

    /** Does what the pressed button says. */
    @PostMapping
    String press(
            @PathVariable DomainName name,
            @ModelAttribute("pressed") Pressed pressed,
            BindingResult result,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        var form = PolicyForm.read(sent);
        if (result.hasErrors()) {
            model.addAttribute("problem", Resumed.words(result));
            return page(name, form, model);
        }
        return switch (EditorButton.read(pressed.act())) {
            case EditorButton.Save save -> save(name, form, model, redirect);
            case EditorButton.Publish publish -> publish(name, form, model, redirect);
            case EditorButton.Discard discard -> discard(name, redirect);
            case EditorButton.Change change -> changed(name, change.in(form), model);
        };
    }

    private String save(DomainName name, PolicyForm form, Model model, RedirectAttributes redirect) {
        var refused = refused(name, form, model);
        if (refused != null) {
            return refused;
        }
        return switch (drafting.save(name, form.current(), form.lock(), form.typed())) {
            case Saving.Saved saved -> {
                Flash.done(Words.of("policy.saved")).after(redirect);
                yield redirectTo(name, "/policy");
            }
            case Saving.Same same -> same(name, form, redirect);
            case Saving.Changed changed -> rival(name, form, changed.draft(), model);
            case Saving.Overtaken overtaken -> rival(name, form, overtaken.current(), model);
        };
    }

    private String publish(DomainName name, PolicyForm form, Model model, RedirectAttributes redirect) {
        var refused = refused(name, form, model);
        if (refused != null) {
            return refused;
        }
        var publication = publishing.publishTyped(name, form.current(), form.lock(), form.typed(), form.reason());
        return switch (publication) {
            case Publication.Done done -> PublicationAnswer.done(done, "policy.published", name, redirect);
            case Publication.DraftChanged changed -> rival(name, form, changed.draft(), model);
            case Publication.Overtaken overtaken -> rival(name, form, overtaken.current(), model);
            case Publication.NothingToPublish nothing -> same(name, form, redirect);
            case Publication.Invalid invalid -> unpublished(name, form, model);
            case Publication.ReasonNeeded needed -> {
                model.addAttribute("reasonMissing", true);
                yield unpublished(name, form, model);
            }
            case Publication.ClockBehind behind ->
                again(
                        name,
                        form,
                        Words.of(
                                "policy.problem.clock",
                                form.current(),
                                Words.moment(behind.latest()),
                                Words.moment(clock.instant())),
                        model);
            case Publication.ThroughPromotion through -> throw new IllegalStateException("a draft promotes nothing");
            case Publication.ThroughRetiring through -> throw new IllegalStateException("a draft retires nothing");
        };
    }

    /** It would change nothing, so no draft is open any more. */
    private static String same(DomainName name, PolicyForm form, RedirectAttributes redirect) {
        Flash.advice(Words.of("policy.same", form.current())).after(redirect);
        return redirectTo(name, "/policy");
    }

    private String discard(DomainName name, RedirectAttributes redirect) {
        drafting.discard(name);
        Flash.done(Words.of("policy.discarded")).after(redirect);
        return redirectTo(name, "/policy");
    }

    private String changed(DomainName name, EditorButton.Changed changed, Model model) {
        model.addAttribute("focus", changed.focus());
        return page(name, changed.form(), model);
    }

    /** What cannot be kept is neither saved nor published; {@code null} where all can. */
    private @Nullable String refused(DomainName name, PolicyForm form, Model model) {
        var editor = editor(name, form);
        var fault = editor.unsaved();
        if (fault == null) {
            return null;
        }
        model.addAttribute("problem", Words.of("web.form.problems"));
        model.addAttribute("fault", fault);
        model.addAttribute("editor", editor);
        return "policy/editor";
    }

    private String unpublished(DomainName name, PolicyForm form, Model model) {
        model.addAttribute("fault", editor(name, form).unpublished());
        return again(name, form, Words.of("policy.problem.unpublished"), model);
    }

    /** It was saved and could not be published: the form goes on from what was saved. */
    private String again(DomainName name, PolicyForm form, Words problem, Model model) {
        var lock = drafts.of(domains.require(name)).map(Draft::lock).orElse(null);
        model.addAttribute("problem", problem);
        return page(name, form.on(form.current(), lock), model);
    }

    /** Saved again, what was typed takes the place of theirs. */
    private String rival(DomainName name, PolicyForm form, @Nullable Draft theirs, Model model) {
        var editor = editor(name, form.on(form.current(), theirs == null ? null : theirs.lock()));
        var rival = theirs == null ? Rival.discarded() : Rival.saved(theirs, form.typed(), editor);
        return rival(editor, rival, model);
    }

    private String rival(DomainName name, PolicyForm form, PolicyVersion theirs, Model model) {
        var lock = drafts.of(domains.require(name)).map(Draft::lock).orElse(null);
        var editor = editor(name, form.on(theirs.number(), lock));
        return rival(editor, Rival.published(theirs, form.typed(), editor), model);
    }

    private static String rival(Editor editor, Rival rival, Model model) {
        model.addAttribute("rival", rival);
        model.addAttribute("editor", editor);
        return "policy/editor";
    }

    private String page(DomainName name, PolicyForm form, Model model) {
        model.addAttribute("editor", editor(name, form));
        return "policy/editor";
    }

    private Editor editor(DomainName name, PolicyForm form) {
        var domain = domains.require(name);
        return new Editor(domain, versions.of(domain), drafts.of(domain), form, clock.instant());
    }

    private static String redirectTo(DomainName name, String path) {
        return "redirect:/domains/" + name.ascii() + path;
    }
}
