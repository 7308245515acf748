package mtasts.estate;

import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.Tagging;
import mtasts.domain.Tags;
import mtasts.job.Outcome;
import mtasts.web.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds tags to many domains and takes others away. What else changed meanwhile does not matter to it. */
@Component
class BatchTag extends BatchWork {

    private final Tagging tagging;

    BatchTag(Domains domains, JsonMapper mapper, Tagging tagging) {
        super(BatchAct.TAG, domains, mapper);
        this.tagging = tagging;
    }

    @Override
    List<Outcome> look(List<Domain> there, BatchOrder order) {
        return there.stream().map(domain -> Outcome.open("tag")).toList();
    }

    @Override
    List<Outcome> act(List<Chosen> chosen, BatchOrder order) {
        var names = chosen.stream().map(each -> each.domain().name()).toList();
        return tagging.tag(names, order.added(), order.removed()).stream()
                .map(BatchTag::outcome)
                .toList();
    }

    private static Outcome outcome(Tagging.Outcome outcome) {
        return switch (outcome) {
            case TAGGED -> Outcome.done("tagged");
            case ALREADY -> Outcome.same("same");
            case TOO_MANY -> Outcome.refused("domain.tags", Words.of("domain.tags.many", Tags.MOST));
        };
    }
}
