package mtasts.estate;

import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.job.Job;
import mtasts.job.Outcome;
import mtasts.policy.Versions;
import mtasts.rfc8461.DomainName;
import mtasts.web.Action;
import mtasts.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds many domains, so that files can be made of them. It changes nothing, so it is not looked at before. */
@Component
class BatchExport extends BatchWork {

    private final Domains domains;
    private final Versions versions;

    BatchExport(Domains domains, Versions versions, JsonMapper mapper) {
        super(BatchAct.EXPORT, domains, mapper);
        this.domains = domains;
        this.versions = versions;
    }

    @Override
    public boolean judges() {
        return false;
    }

    @Override
    public int chunkSize() {
        return 500;
    }

    /** Each file that can be made of the domains of such a job, by a path of its own. */
    @Override
    public List<Action> offers(Job job) {
        return job.done() == 0
                ? List.of()
                : List.of(
                        Action.link(Words.of("estate.batch.zip"), "/batches/" + job.id() + "/mta-sts.zip"),
                        Action.link(Words.of("estate.batch.records"), "/batches/" + job.id() + "/records.csv"));
    }

    @Override
    List<Outcome> look(List<Domain> there, BatchOrder order) {
        throw new UnsupportedOperationException("nothing is asked");
    }

    @Override
    List<Domain> take(List<DomainName> names) {
        return domains.registered(names);
    }

    @Override
    List<Outcome> act(List<Chosen> chosen, BatchOrder order) {
        var published = versions.current(chosen.stream().map(Chosen::domain).toList());
        return chosen.stream()
                .map(each -> published.containsKey(each.domain().id())
                        ? Outcome.done("exported")
                        : Outcome.done("unpublished"))
                .toList();
    }
}
