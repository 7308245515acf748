package mtasts.estate;

import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.job.Outcome;
import mtasts.policy.Publication;
import mtasts.promotion.Promotion;
import mtasts.promotion.PromotionProspect;
import mtasts.rfc8461.Mode;
import mtasts.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Promotes many domains from testing to enforce, with one word and one reason. What was never in testing is left out. */
@Component
class BatchPromote extends BatchWork {

    private final Promotion promotion;

    BatchPromote(Domains domains, JsonMapper mapper, Promotion promotion) {
        super(BatchAct.PROMOTE, domains, mapper);
        this.promotion = promotion;
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
        return switch (prospect.unmet().getFirst()) {
            case DUE -> Outcome.open("early").seeing(seen);
            case EVERY_HOST_COVERED -> Outcome.open("uncovered").seeing(seen);
            case NO_DANGER -> Outcome.open("danger").seeing(seen);
            case OWN_WORD -> Outcome.open("ready").seeing(seen);
        };
    }

    @Override
    List<Outcome> act(List<Chosen> chosen, BatchOrder order) {
        return chosen.stream()
                .map(each -> overtaken(each) ? overtaken() : outcome(promote(each, order)))
                .toList();
    }

    private Publication promote(Chosen chosen, BatchOrder order) {
        return promotion.promote(
                chosen.domain().name(), chosen.seen().current(), order.word(), order.reason(), order.lasting());
    }

    private static Outcome outcome(Publication publication) {
        return publication instanceof Publication.ReasonNeeded
                ? Outcome.refused("promotion.unmet", Words.of("promotion.api.unmet"))
                : outcome(publication, "promoted");
    }
}
