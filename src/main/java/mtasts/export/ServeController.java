package mtasts.export;

import mtasts.domain.Domains;
import mtasts.domain.Place;
import mtasts.export.WebServerSnippet.Facts;
import mtasts.export.WebServerSnippet.Way;
import mtasts.policy.Versions;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Policy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How a web server is set up for a domain's policy: with the file itself, or in front of this application. */
@Controller
class ServeController {

    private final Domains domains;
    private final Versions versions;
    private final Environment environment;

    ServeController(Domains domains, Versions versions, Environment environment) {
        this.domains = domains;
        this.versions = versions;
        this.environment = environment;
    }

    /** @param way {@code file} or {@code proxy}; anything else is the way that fits the domain's place */
    @GetMapping("/domains/{name}/serve")
    String page(@PathVariable DomainName name, @RequestParam(defaultValue = "") String way, Model model) {
        var domain = domains.require(name);
        var shown = way(way, domain.place());
        String host = Policy.policyHost(name);
        model.addAttribute("name", name.ascii());
        model.addAttribute("host", host);
        model.addAttribute("url", Policy.location(name).toString());
        model.addAttribute("proxy", shown == Way.PROXY);
        model.addAttribute("published", versions.current(domain).isPresent());
        model.addAttribute("facts", Facts.of(host, application()));
        model.addAttribute("snippets", WebServerSnippet.all(shown, Facts.of(host, application())));
        return "export/serve";
    }

    private static Way way(String asked, Place place) {
        return switch (asked) {
            case "file" -> Way.FILE;
            case "proxy" -> Way.PROXY;
            default ->
                switch (place) {
                    case HERE -> Way.PROXY;
                    case ELSEWHERE -> Way.FILE;
                };
        };
    }

    /** Where a web server on this machine reaches this application. */
    private String application() {
        return "127.0.0.1:" + environment.getProperty("local.server.port", "8080");
    }
}
