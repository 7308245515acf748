package mtasts.domain;

import mtasts.domain.Describing.About;
import mtasts.rfc8461.DomainName;
import mtasts.web.Flash;
import mtasts.web.FreeText;
import mtasts.web.Installation;
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

/** The page with what people say about a domain: its place, tags, note, and what differs from the settings. */
@Controller
class AboutController {

    private static final String PAGE = "domain/about";

    private final Domains domains;
    private final Describing describing;
    private final Installation installation;
    private final Wording wording;

    AboutController(Domains domains, Describing describing, Installation installation, Wording wording) {
        this.domains = domains;
        this.describing = describing;
        this.installation = installation;
        this.wording = wording;
    }

    @GetMapping("/domains/{name}/about")
    String edit(@PathVariable DomainName name, Model model) {
        var domain = domains.require(name);
        model.addAttribute("form", AboutForm.of(domain));
        return page(domain, String.valueOf(domain.lock()), model);
    }

    @PostMapping("/domains/{name}/about")
    String save(
            @PathVariable DomainName name,
            @ModelAttribute("form") AboutForm form,
            BindingResult result,
            Model model,
            RedirectAttributes redirect) {
        var domain = domains.require(name);
        var about = read(form, result);
        if (about == null) {
            return page(domain, form.lock(), model);
        }
        return switch (describing.describe(name, form.expected(), about)) {
            case DONE, NOTHING -> {
                Flash.done(Words.of("domain.about.saved", name.ascii())).after(redirect);
                yield "redirect:/domains/" + name.ascii();
            }
            case OVERTAKEN -> {
                result.reject("", wording.text(Words.of("domain.overtaken")));
                var now = domains.require(name);
                model.addAttribute("now", AboutForm.of(now));
                yield page(now, String.valueOf(now.lock()), model);
            }
        };
    }

    private String page(Domain domain, String lock, Model model) {
        model.addAttribute("domain", domain);
        model.addAttribute("lock", lock);
        model.addAttribute("settings", installation.settings());
        return PAGE;
    }

    /** What was typed; {@code null} with every objection in the result where there is any. */
    private @Nullable About read(AboutForm form, BindingResult result) {
        FreeText.objection(form.note()).ifPresent(objection -> reject(result, "note", objection));
        var tags = Tags.read(form.tags());
        tags.objections().forEach(objection -> reject(result, "tags", objection));
        if (!form.place().equals("here") && !form.place().equals("elsewhere")) {
            reject(result, "place", Words.of("domain.place.missing"));
        }
        var target = target(form.policyHostTarget(), result);
        var report = report(form.reportAddress(), result);
        return result.hasErrors()
                ? null
                : new About(Place.of(form.place()), FreeText.kept(form.note()), tags, target, report);
    }

    private @Nullable String target(String typed, BindingResult result) {
        if (typed.isBlank()) {
            return null;
        }
        return switch (TypedName.read(typed)) {
            case TypedName.Understood understood -> understood.name().ascii();
            case TypedName.Offered offered -> offer(offered, result);
            case TypedName.Refused refused -> {
                reject(result, "policyHostTarget", refused.why());
                yield null;
            }
        };
    }

    /** A target that is itself a policy host would be a circle. */
    private @Nullable String offer(TypedName.Offered offered, BindingResult result) {
        reject(result, "policyHostTarget", Words.of("domain.about.target.policy-host", offered.typed()));
        return null;
    }

    private @Nullable String report(String typed, BindingResult result) {
        if (typed.isBlank()) {
            return null;
        }
        var address = ReportAddress.read(typed);
        if (address.isEmpty()) {
            reject(result, "reportAddress", Words.of("domain.about.report.form"));
        }
        return address.orElse(null);
    }

    private void reject(BindingResult result, String field, Words objection) {
        result.rejectValue(field, "", wording.text(objection));
    }
}
