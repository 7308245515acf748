package mtasts.web;

import static mtasts.web.Words.of;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every fragment in every state, for those who build pages and for the browser tests. */
@Controller
class GalleryController {

    record ExampleForm(String name, String mail, String note, String mode, String agreed) {}

    private static final Instant PUBLISHED = Instant.parse("2026-11-13T09:12:00Z");

    @GetMapping("/gallery")
    String gallery(@RequestParam(defaultValue = "urgent") String next, Model model) {
        model.addAttribute("exampleForm", new ExampleForm("mx4.example.net", "", "", "testing", ""));
        return shown(model, next);
    }

    @PostMapping("/gallery")
    String check(@ModelAttribute ExampleForm form, BindingResult problems, Model model) {
        problems.rejectValue("name", "gallery.bad-name");
        problems.rejectValue("agreed", "gallery.bad-name");
        return shown(model, "plain");
    }

    private static String shown(Model model, String next) {
        model.addAttribute("tabs", tabs());
        model.addAttribute("rails", List.of(unpublished(), testing(), ready(), enforce(), retiring()));
        model.addAttribute("estate", estate());
        model.addAttribute("trip", trip());
        model.addAttribute("step", step(next));
        model.addAttribute("marks", Mark.values());
        model.addAttribute("glyphs", Glyph.values());
        model.addAttribute("findings", findings());
        model.addAttribute("criteria", criteria());
        model.addAttribute("records", records());
        model.addAttribute(
                "listing",
                Listing.of(
                                of("gallery.policy"),
                                "version: STSv1\r\n"
                                        + "mode: testing\r\n"
                                        + "mx: mx4.example.net.\r\n"
                                        + "mx: *.mx.example.net\r\n"
                                        + "nmx: b\r\n"
                                        + "max_age: 86400\r\n")
                        .marked(3, 20, 21, Mark.INVALID)
                        .marked(5, 1, 4, Mark.DANGER)
                        .marked(6, 10, 15, Mark.ADVICE));
        model.addAttribute(
                "diff",
                List.of(
                        new DiffLine(DiffLine.Kind.SAME, "version: STSv1"),
                        new DiffLine(DiffLine.Kind.REMOVED, "mode: testing"),
                        new DiffLine(DiffLine.Kind.ADDED, "mode: enforce"),
                        new DiffLine(DiffLine.Kind.SAME, "mx: <mx1.example.net>")));
        model.addAttribute(
                "paging",
                Paging.of(
                        new PageRequest(3, 50),
                        12480,
                        Address.of("/domains")
                                .with("q", "a b&c")
                                .with("page", 3)
                                .with("size", 50)));
        model.addAttribute(
                "flash",
                Flash.done(of("gallery.removed", "<b>example.com</b>"))
                        .undoneBy(Action.post(of("gallery.undo"), "/gallery", Map.of("id", "7"))));
        model.addAttribute("published", PUBLISHED);
        model.addAttribute("action", Action.change(of("gallery.add"), "/gallery"));
        return "web/gallery";
    }

    private static Tabs tabs() {
        return new Tabs(
                "example.com",
                List.of(
                        new Tabs.Tab(of("web.menu.overview"), "/gallery", true, null),
                        new Tabs.Tab(of("gallery.draft"), "/gallery?a", false, null),
                        new Tabs.Tab(of("gallery.evidence"), "/gallery?b", false, of("gallery.n-of-m", 3, 4)),
                        new Tabs.Tab(of("gallery.versions"), "/gallery?c", false, 2)));
    }

    private static Rail rail(Rail.Shape shape, Rail.Stop... stops) {
        return new Rail(of("gallery.stage-of", "example.com"), shape, List.of(stops));
    }

    private static Rail.Stop given() {
        return Rail.Stop.of(Glyph.RETIRING, Rail.Time.LATER, of("gallery.only-if"))
                .named(of("gallery.retiring-retired"));
    }

    private static Rail unpublished() {
        return rail(
                Rail.Shape.UP,
                Rail.Stop.of(Glyph.UNPUBLISHED, Rail.Time.NOW, of("gallery.since", Words.day(PUBLISHED))),
                Rail.Stop.of(Glyph.TESTING, Rail.Time.LATER, of("gallery.fourteen"))
                        .with(Rail.Days.counting(0, 14, of("gallery.days", 0, 14))),
                Rail.Stop.of(
                        Glyph.ENFORCE,
                        Rail.Time.LATER,
                        of("gallery.earliest", Words.weekday(PUBLISHED.plusSeconds(14 * 86400)))),
                given());
    }

    private static Rail testing() {
        return rail(
                Rail.Shape.UP,
                Rail.Stop.of(Glyph.UNPUBLISHED, Rail.Time.PAST, of("gallery.until", Words.day(PUBLISHED))),
                Rail.Stop.of(Glyph.TESTING, Rail.Time.NOW, of("gallery.since", Words.day(PUBLISHED)))
                        .big(of("gallery.day-of", 11, 14))
                        .with(Rail.Days.from(LocalDate.of(2026, 11, 13), 11, 14, of("gallery.days", 11, 14))),
                Rail.Stop.of(
                        Glyph.ENFORCE,
                        Rail.Time.LATER,
                        of("gallery.earliest", Words.weekday(PUBLISHED.plusSeconds(14 * 86400)))),
                given());
    }

    private static Rail ready() {
        return rail(
                Rail.Shape.UP,
                Rail.Stop.of(Glyph.UNPUBLISHED, Rail.Time.PAST, of("gallery.until", Words.day(PUBLISHED))),
                Rail.Stop.of(Glyph.TESTING, Rail.Time.NOW, of("gallery.since", Words.day(PUBLISHED)))
                        .big(of("gallery.day-needed", 21, 14))
                        .with(Rail.Days.from(LocalDate.of(2026, 11, 10), 14, 14, of("gallery.days", 14, 14))),
                Rail.Stop.of(Glyph.ENFORCE, Rail.Time.LATER, of("gallery.now")),
                given());
    }

    private static Rail enforce() {
        return rail(
                Rail.Shape.UP,
                Rail.Stop.of(Glyph.UNPUBLISHED, Rail.Time.PAST, of("gallery.until", Words.day(PUBLISHED))),
                Rail.Stop.of(Glyph.TESTING, Rail.Time.PAST, of("gallery.until", Words.day(PUBLISHED))),
                Rail.Stop.of(Glyph.ENFORCE, Rail.Time.NOW, of("gallery.since", Words.day(PUBLISHED)))
                        .big(of("gallery.day", 57)),
                given());
    }

    private static Rail retiring() {
        return rail(
                Rail.Shape.DOWN,
                Rail.Stop.of(Glyph.UNPUBLISHED, Rail.Time.PAST, of("gallery.until", Words.day(PUBLISHED))),
                Rail.Stop.of(Glyph.ENFORCE, Rail.Time.PAST, of("gallery.until", Words.day(PUBLISHED))),
                Rail.Stop.of(Glyph.RETIRING, Rail.Time.NOW, of("gallery.keep", Words.day(PUBLISHED)))
                        .big(of("gallery.left", 9, 14))
                        .with(Rail.Days.counting(130, 365, of("gallery.days", 130, 365))),
                Rail.Stop.of(Glyph.RETIRED, Rail.Time.LATER, of("gallery.since", Words.day(PUBLISHED))));
    }

    private static Rail estate() {
        return rail(
                Rail.Shape.ESTATE,
                Rail.Stop.of(Glyph.UNPUBLISHED, Rail.Time.PAST, of("gallery.none-served"))
                        .big(of("gallery.count", 3204))
                        .leadingTo("/domains?stage=unpublished"),
                Rail.Stop.of(Glyph.TESTING, Rail.Time.PAST, of("gallery.due", 38))
                        .big(of("gallery.count", 1148))
                        .leadingTo("/domains?stage=testing"),
                Rail.Stop.of(Glyph.ENFORCE, Rail.Time.LATER, of("gallery.protected"))
                        .big(of("gallery.count", 8017))
                        .leadingTo("/domains?stage=enforce"),
                Rail.Stop.of(Glyph.RETIRING, Rail.Time.LATER, of("gallery.only-if"))
                        .big(of("gallery.count", 96))
                        .leadingTo("/domains?stage=retiring"),
                Rail.Stop.of(Glyph.RETIRED, Rail.Time.LATER, of("gallery.now"))
                        .big(of("gallery.count", 15))
                        .leadingTo("/domains?stage=retired"));
    }

    private static Rail trip() {
        return rail(
                Rail.Shape.TRIP,
                Rail.Stop.of(Glyph.UNPUBLISHED, Rail.Time.PAST, of("gallery.why")),
                Rail.Stop.of(Glyph.TESTING, Rail.Time.PAST, of("gallery.why")),
                Rail.Stop.of(Glyph.ENFORCE, Rail.Time.LATER, of("gallery.why")));
    }

    private static NextStep step(String next) {
        var plain = NextStep.of(of("gallery.say", "mx3.example.net", "example.com"), of("gallery.why"))
                .by(Action.post(of("gallery.add"), "/gallery"))
                .or(Action.link(of("gallery.see"), "/gallery"));
        return switch (next) {
            case "urgent" -> plain.urgently();
            case "waiting" -> NextStep.of(of("gallery.wait"), of("gallery.why")).under(of("gallery.promote"));
            default -> plain;
        };
    }

    private static List<FindingView> findings() {
        return List.of(
                new FindingView(
                        Mark.INVALID,
                        of("gallery.line", 3),
                        of("gallery.dot", "mx4.example.net."),
                        of("gallery.dot-means"),
                        of("gallery.dot-do", "mx: mx4.example.net"),
                        "policy.mx.syntax",
                        new Citation("RFC 8461 §3.2"),
                        Action.post(of("gallery.add"), "/gallery")),
                new FindingView(
                        Mark.DANGER,
                        null,
                        of("gallery.dot", "<script>alert(1)</script>"),
                        of("gallery.dot-means"),
                        of("gallery.dot-do", "mx"),
                        "policy.unknown",
                        new Citation("RFC 8461 §3.2"),
                        null),
                new FindingView(
                        Mark.ADVICE,
                        of("gallery.line", 6),
                        of("gallery.short"),
                        null,
                        null,
                        "policy.max-age.testing",
                        null,
                        null));
    }

    private static List<Criterion> criteria() {
        return List.of(
                new Criterion(
                        Mark.NOT_MET,
                        of("gallery.fourteen"),
                        of("gallery.earliest", Words.weekday(PUBLISHED)),
                        of("gallery.of-days", 11, 14),
                        new Meter(11, 0, 14)),
                new Criterion(
                        Mark.UNKNOWN,
                        of("gallery.every-host"),
                        of("gallery.why"),
                        of("gallery.of-hosts", 2, 3),
                        new Meter(2, 1, 3)),
                new Criterion(
                        Mark.MET,
                        of("gallery.every-host"),
                        of("gallery.names", List.of("mx1.example.net", "mx2.example.net", "mx3.example.net")),
                        of("gallery.of-hosts", 1, 1),
                        new Meter(1, 0, 1)));
    }

    private static List<RecordView> records() {
        return List.of(
                new RecordView(
                        "sts",
                        "TXT",
                        "_mta-sts.example.com.",
                        3600,
                        "v=STSv1; id=20260312140530x4tb",
                        null,
                        Mark.OK,
                        of("gallery.created"),
                        of("gallery.tells")),
                new RecordView(
                        "host",
                        "CNAME",
                        "mta-sts.example.com.",
                        3600,
                        null,
                        of("gallery.missing", Words.link("/settings", "web.menu.settings")),
                        null,
                        null,
                        of("gallery.leads")));
    }
}
