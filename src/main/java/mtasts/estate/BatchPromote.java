package mtasts.estate;

import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.job.Outcome;
import mtasts.policy.Publication;
import mtasts.promotion.Promotion;
import mtasts.promotion.PromotionProspect;
import mtasts.promotion.Readiness;
import mtasts.promotion.ReadinessOf;
import mtasts.promotion.Requirement;
import mtasts.rfc8461.Mode;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Promotes many domains from testing to enforce, with one word and one reason. What was never in testing is left out, and
 * so is what would lose mail: nobody looks at one among thousands, so a reason given for all speaks for none of these.
 */
@Component
class BatchPromote extends BatchWork {

    private final Promotion promotion;
    private final ReadinessOf readiness;

    BatchPromote(Domains domains, JsonMapper mapper, Promotion promotion, ReadinessOf readiness) {
        super(BatchAct.PROMOTE, domains, mapper);
        this.promotion = promotion;
        this.readiness = readiness;
    }

    @Override
    List<Outcome> look(List<Domain> there, BatchOrder order) {
        return each(there, promotion.look(there, order.lasting()), BatchPromote::outcome);
    }

    private static Outcome outcome(Domain domain, PromotionProspect prospect) {
        if (prospect.from() == Mode.ENFORCE) {
            return Outcome.same("same");
        }
        if (!domain.takesMail()) {
            return Outcome.refused("promotion.no-mail", Words.of("estate.batch.no-mail"));
        }
        if (prospect.from() != Mode.TESTING) {
            return Outcome.refused("promotion.not-in-testing", Words.of("estate.batch.not-in-testing"));
        }
        var objection = prospect.objection();
        if (objection != null) {
            return refused(objection, findings(objection));
        }
        var seen = new Seen(prospect.current(), 0, domain.lock());
        if (prospect.unmet().isEmpty()) {
            return Outcome.open("ready").seeing(seen);
        }
        var says = says(prospect.unmet());
        return prospect.lacks(Requirement.EVERY_HOST_COVERED)
                ? Outcome.refused("promotion.uncovered", says)
                : Outcome.open(lacking(prospect)).saying(says).seeing(seen);
    }

    private static String lacking(PromotionProspect prospect) {
        boolean early = prospect.lacks(Requirement.DUE);
        return prospect.lacks(Requirement.NO_DANGER) ? early ? "danger-early" : "danger" : "early";
    }

    /** What is not met, each in its sentences. */
    private static Words says(List<Readiness.Judged> unmet) {
        return unmet.stream()
                .map(Readiness.Judged::criterion)
                .map(criterion -> Words.of(
                        criterion.mark() == Mark.UNKNOWN ? "estate.batch.unmet.unknown" : "estate.batch.unmet.not-met",
                        criterion.what(),
                        criterion.why()))
                .reduce((some, next) -> Words.of("estate.batch.unmet", some, next))
                .orElseThrow();
    }

    @Override
    List<Outcome> act(List<Chosen> chosen, BatchOrder order) {
        return actUnlessOvertaken(
                chosen,
                those -> promotion.promote(looked(those), order.word(), order.reason(), order.lasting()),
                (each, publication) -> came(each, publication, order));
    }

    private Outcome came(Chosen chosen, Publication publication, BatchOrder order) {
        return publication instanceof Publication.ReasonNeeded
                ? Outcome.refused(
                        "promotion.unmet",
                        says(readiness.of(chosen.domain(), order.word()).unmet()))
                : outcome(publication, "promoted");
    }
}
