package mtasts.estate;

import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One domain: where it stands, what to do next, and everything that belongs to it. */
@Controller
class DomainPageController {

    private final Domains domains;
    private final DomainPage page;

    DomainPageController(Domains domains, DomainPage page) {
        this.domains = domains;
        this.page = page;
    }

    @GetMapping("/domains/{name}")
    String show(@PathVariable DomainName name, Model model) {
        model.addAttribute("view", page.of(domains.require(name)));
        return "estate/domain";
    }
}
