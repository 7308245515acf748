package mtasts.estate;

import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.job.Outcome;
import mtasts.policy.Prospect;
import mtasts.policy.Publication;
import mtasts.policy.Publishing;
import mtasts.rfc8461.Mode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Publishes the drafts of many domains. */
@Component
class BatchPublish extends BatchWork {

    private final Publishing publishing;

    BatchPublish(Domains domains, JsonMapper mapper, Publishing publishing) {
        super(BatchAct.PUBLISH, domains, mapper);
        this.publishing = publishing;
    }

    @Override
    List<Outcome> look(List<Domain> there, BatchOrder order) {
        return each(there, publishing.look(there), BatchPublish::outcome);
    }

    private static Outcome outcome(Domain domain, Prospect prospect) {
        var seen = new Seen(prospect.current(), prospect.draft(), domain.lock());
        return switch (prospect.objection()) {
            case null -> Outcome.open(will(prospect)).seeing(seen);
            case Publication.ReasonNeeded needed ->
                Outcome.open(will(prospect) + "-danger")
                        .saying(because(needed.findings()))
                        .seeing(seen);
            case Publication.NothingToPublish nothing -> Outcome.same("same");
            case Publication other -> refused(other, findings(other));
        };
    }

    /** What begins with it, or goes on with another text. */
    private static String will(Prospect prospect) {
        var from = prospect.from();
        return from == null || from == Mode.NONE ? "begins" : from == Mode.TESTING ? "testing" : "enforce";
    }

    @Override
    List<Outcome> act(List<Chosen> chosen, BatchOrder order) {
        return actUnlessOvertaken(
                chosen,
                those -> publishing.publishDrafts(orders(those), order.reason()),
                (each, publication) -> outcome(publication, "published"));
    }

    private static List<Publishing.DraftOrder> orders(List<Chosen> chosen) {
        return chosen.stream()
                .map(each -> new Publishing.DraftOrder(
                        each.domain().name(), each.seen().current(), each.seen().draft(), null))
                .toList();
    }
}
