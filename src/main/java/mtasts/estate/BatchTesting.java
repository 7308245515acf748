package mtasts.estate;

import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.job.Outcome;
import mtasts.promotion.BackToTesting;
import mtasts.rfc8461.Mode;
import mtasts.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes many domains back to testing. */
@Component
class BatchTesting extends BatchWork {

    private final BackToTesting backToTesting;

    BatchTesting(Domains domains, JsonMapper mapper, BackToTesting backToTesting) {
        super(BatchAct.TESTING, domains, mapper);
        this.backToTesting = backToTesting;
    }

    @Override
    List<Outcome> look(List<Domain> there, BatchOrder order) {
        return each(there, backToTesting.look(there), BatchTesting::outcome);
    }

    private static Outcome outcome(Domain domain, BackToTesting.WayBack way) {
        var prospect = way.prospect();
        if (prospect.from() == Mode.TESTING) {
            return Outcome.same("same");
        }
        if (prospect.current() == 0) {
            return Outcome.refused("policy.none", Words.of("policy.api.none"));
        }
        var objection = prospect.objection();
        return objection == null
                ? Outcome.open(prospect.from() == Mode.ENFORCE ? "enforce" : "again")
                        .saying(way.held())
                        .seeing(new Seen(prospect.current(), 0, domain.lock()))
                : refused(objection, List.of());
    }

    @Override
    List<Outcome> act(List<Chosen> chosen, BatchOrder order) {
        return backToTesting.goBack(looked(chosen), order.reason()).stream()
                .map(publication -> outcome(publication, "testing"))
                .toList();
    }
}
