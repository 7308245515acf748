package mtasts.estate;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mtasts.estate.BatchWork.LeftOut;
import mtasts.estate.BatchWork.Seen;
import mtasts.estate.DomainList.Listed;
import mtasts.job.Job;
import mtasts.job.JobState;
import mtasts.job.Jobs;
import mtasts.rfc8461.DomainName;
import mtasts.web.FreeText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Begins acts on many domains. Which domains those are is settled when it begins. */
@Component
class Batches {

    /** What was looked at longer ago is looked at anew. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Jobs jobs;
    private final DomainList list;
    private final JsonMapper mapper;
    private final Clock clock;

    Batches(Jobs jobs, DomainList list, JsonMapper mapper, Clock clock) {
        this.jobs = jobs;
        this.list = list;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Looks at what would come of it for each of these domains, and waits to be confirmed. Who looks at the same again
     * within ten minutes gets the same; what the same person looked at before that and did not confirm is let go, because
     * it can be looked at again.
     *
     * @return the number of the job
     */
    @Transactional
    long look(BatchAct act, Selection selection, BatchOrder order) {
        var stillFresh = clock.instant().minus(FRESH);
        jobs.discard(BatchAct.kinds(), stillFresh);
        long id = start(act, selection, order, false);
        var stale = jobs.find(id)
                .filter(job -> job.state() == JobState.JUDGED && job.createdAt().isBefore(stillFresh));
        if (stale.isEmpty()) {
            return id;
        }
        jobs.cancel(id);
        return start(act, selection, order, false);
    }

    /** Looks at each and does it at once; the same that is under way already is not begun again. */
    @Transactional
    long begin(BatchAct act, Selection selection, BatchOrder order) {
        return start(act, selection, order, true);
    }

    /** The batch of that number. */
    Optional<Job> find(long id) {
        return jobs.find(id).filter(job -> BatchAct.ofKind(job.kind()).isPresent());
    }

    private long start(BatchAct act, Selection selection, BatchOrder order, boolean confirmed) {
        var key = (confirmed ? "now\n" : "look\n") + mapper.writeValueAsString(order) + "\n" + selection.key();
        return jobs.start(
                new Jobs.Order(act.kind(), key, order, confirmed),
                switch (selection) {
                    case Selection.Named named ->
                        given(named.names().stream()
                                .map(name -> new Listed(name, false))
                                .iterator());
                    case Selection.Matching matching -> given(list.all(matching.request()));
                });
    }

    private static Iterator<Jobs.Given> given(Iterator<Listed> listed) {
        return new Iterator<>() {

            private int number;

            @Override
            public boolean hasNext() {
                return listed.hasNext();
            }

            @Override
            public Jobs.Given next() {
                var next = listed.next();
                return new Jobs.Given(++number, next.name(), next.leftOut() ? new LeftOut(true) : Seen.NOTHING);
            }
        };
    }

    /** Which domains are meant. */
    sealed interface Selection {

        /** The same for the same domains. */
        String key();

        /** Those of these names; each is what people typed, and counts once. */
        record Named(List<String> names) implements Selection {

            static Named of(Collection<String> typed) {
                return new Named(List.copyOf(
                        typed.stream().map(Named::known).collect(Collectors.toCollection(LinkedHashSet::new))));
            }

            private static String known(String typed) {
                return DomainName.read(typed.strip())
                        .value()
                        .map(DomainName::ascii)
                        .orElseGet(() -> FreeText.shown(typed));
            }

            @Override
            public String key() {
                return String.join("\n", new TreeSet<>(names));
            }
        }

        /** Those that a list shows, all its pages; what is made up is left out where others are not. */
        record Matching(ListRequest request) implements Selection {

            @Override
            public String key() {
                return "?" + request.address().with("sort", null).href();
            }
        }
    }
}
