package mtasts.domain;

import mtasts.rfc8461.DomainName;
import mtasts.web.Flash;
import mtasts.web.Installation;
import mtasts.web.Wording;
import mtasts.web.Words;
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
    private final AboutReader reader;
    private final Installation installation;
    private final Wording wording;

    AboutController(
            Domains domains, Describing describing, AboutReader reader, Installation installation, Wording wording) {
        this.domains = domains;
        this.describing = describing;
        this.reader = reader;
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
        var about = reader.read(form, result);
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
}
