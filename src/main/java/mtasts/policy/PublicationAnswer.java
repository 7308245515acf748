package mtasts.policy;

import java.time.Clock;
import java.util.Optional;
import mtasts.domain.Place;
import mtasts.rfc8461.DomainName;
import mtasts.web.Flash;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a page answers when it has published something: what is done is said on the domain's page, and why nothing was
 * done above the form. Each deed has messages of its own under a stem: {@code .done}, {@code .done-elsewhere} and
 * {@code .already}, each given the domain and the version's number, and {@code .nothing}.
 */
@Component
public class PublicationAnswer {

    private final Wording wording;
    private final Clock clock;

    PublicationAnswer(Wording wording, Clock clock) {
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Answers a form that publishes something else than a draft.
     *
     * @param form takes the refusal
     * @return where to go on; empty where it was refused
     */
    public Optional<String> to(
            Publication publication, String stem, DomainName name, BindingResult form, RedirectAttributes redirect) {
        if (publication instanceof Publication.Done done) {
            return Optional.of(done(done, stem, name, redirect));
        }
        form.reject("", wording.text(refusal(publication, stem)));
        return Optional.empty();
    }

    /** Says that it is done, and gives where to go on. */
    static String done(Publication.Done done, String stem, DomainName name, RedirectAttributes redirect) {
        var version = done.version();
        var how = switch (done) {
            case Publication.Published published -> version.place() == Place.HERE ? ".done" : ".done-elsewhere";
            case Publication.AlreadyPublished already -> ".already";
        };
        Flash.done(Words.of(stem + how, name.ascii(), version.number())).after(redirect);
        return "redirect:/domains/" + name.ascii();
    }

    private Words refusal(Publication publication, String stem) {
        return switch (publication) {
            case Publication.NothingToPublish nothing -> Words.of(stem + ".nothing");
            case Publication.Invalid invalid -> Words.of("policy.refused.invalid");
            case Publication.ReasonNeeded needed -> Words.of("policy.refused.reason");
            case Publication.Overtaken overtaken ->
                Words.of(
                        "policy.refused.overtaken",
                        overtaken.current().number(),
                        overtaken.current().author());
            case Publication.ClockBehind behind ->
                Words.of("policy.refused.clock", Words.moment(behind.latest()), Words.moment(clock.instant()));
            case Publication.Done done -> throw new IllegalArgumentException("not refused: " + done);
            case Publication.DraftChanged changed -> throw new IllegalArgumentException("no draft was published");
            case Publication.ThroughPromotion through -> throw new IllegalArgumentException("not by this page");
            case Publication.ThroughRetiring through -> throw new IllegalArgumentException("not by this page");
        };
    }
}
