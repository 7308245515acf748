package mtasts.domain;

import mtasts.rfc8461.DomainName;
import mtasts.web.Flash;
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

/** The page on which the MX hosts of a domain are pasted or edited. */
@Controller
class HostsController {

    private static final String PAGE = "domain/hosts";

    private final Domains domains;
    private final ChangingHosts changingHosts;
    private final Wording wording;

    HostsController(Domains domains, ChangingHosts changingHosts, Wording wording) {
        this.domains = domains;
        this.changingHosts = changingHosts;
        this.wording = wording;
    }

    @GetMapping("/domains/{name}/hosts")
    String edit(@PathVariable DomainName name, Model model) {
        var domain = domains.require(name);
        model.addAttribute("domain", domain);
        model.addAttribute("lock", domain.lock());
        model.addAttribute("form", HostsForm.of(domain));
        return PAGE;
    }

    @PostMapping("/domains/{name}/hosts")
    String save(
            @PathVariable DomainName name,
            @ModelAttribute("form") HostsForm form,
            BindingResult result,
            Model model,
            RedirectAttributes redirect) {
        var domain = domains.require(name);
        var typed = form.read(domain);
        model.addAttribute("domain", domain);
        model.addAttribute("lock", form.lock());
        for (var problem : typed.problems()) {
            result.rejectValue("hosts", "", wording.text(problem.sentence()));
        }
        if (typed.isEmpty()) {
            result.rejectValue("hosts", "", wording.text(Words.of("domain.hosts.none", name.ascii())));
        }
        if (result.hasErrors()) {
            return PAGE;
        }
        return switch (changingHosts.change(name, form.expected(), typed)) {
            case DONE -> saved(name, Words.of("domain.hosts.saved", name.ascii()), redirect);
            case NOTHING -> saved(name, Words.of("domain.hosts.same", name.ascii()), redirect);
            case OVERTAKEN -> overtaken(domains.require(name), result, model);
        };
    }

    private static String saved(DomainName name, Words words, RedirectAttributes redirect) {
        Flash.done(words).after(redirect);
        return "redirect:/domains/" + name.ascii();
    }

    /** Shows what is stored now beside what was typed, which a second save puts in its stead. */
    private String overtaken(Domain domain, BindingResult result, Model model) {
        result.reject("", wording.text(Words.of("domain.overtaken")));
        model.addAttribute("domain", domain);
        model.addAttribute("lock", domain.lock());
        model.addAttribute("now", MxHosts.text(domain));
        return PAGE;
    }
}
