package mtasts.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The words and the two weeks, for somebody who has never read RFC 8461. */
@Controller
class HelpController {

    private static final List<String> TERMS = List.of(
            "policy",
            "sender",
            "mx-host",
            "mx-pattern",
            "policy-host",
            "record",
            "policy-id",
            "max-age",
            "draft",
            "horizon",
            "place",
            "finding",
            "report");

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("stages", Glyph.values());
        model.addAttribute("terms", TERMS);
        model.addAttribute("severities", List.of(Mark.INVALID, Mark.DANGER, Mark.ADVICE));
        model.addAttribute("trip", trip());
        return "web/help";
    }

    private static Rail trip() {
        return new Rail(
                Words.of("web.help.trip"),
                Rail.Shape.TRIP,
                List.of(
                        Rail.Stop.of(Glyph.UNPUBLISHED, Rail.Time.PAST, Words.of("web.help.trip.unpublished")),
                        Rail.Stop.of(Glyph.TESTING, Rail.Time.PAST, Words.of("web.help.trip.testing")),
                        Rail.Stop.of(Glyph.ENFORCE, Rail.Time.LATER, Words.of("web.help.trip.enforce"))));
    }
}
