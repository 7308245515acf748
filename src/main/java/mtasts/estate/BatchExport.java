package mtasts.estate;

import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.job.Job;
import mtasts.job.Outcome;
import mtasts.rfc8461.DomainName;
import mtasts.web.Action;
import mtasts.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds many domains, so that files can be made of them. It changes nothing, and asks nothing. */
@Component
class BatchExport extends BatchWork {

    private final Domains domains;

    BatchExport(Domains domains, JsonMapper mapper) {
        super(BatchAct.EXPORT, domains, mapper);
        this.domains = domains;
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
        return chosen.stream().map(each -> Outcome.done("exported")).toList();
    }
}
