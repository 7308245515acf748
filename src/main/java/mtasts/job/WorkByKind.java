package mtasts.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which work belongs to a kind. Asked for late, because work may itself start jobs. */
@Component
class WorkByKind {

    private final ObjectProvider<Work> works;

    WorkByKind(ObjectProvider<Work> works) {
        this.works = works;
    }

    Optional<Work> find(String kind) {
        return Optional.ofNullable(all().get(kind));
    }

    Work require(String kind) {
        return find(kind).orElseThrow(() -> new IllegalArgumentException("no work of kind " + kind));
    }

    /** @throws IllegalStateException when two of them are of one kind */
    private Map<String, Work> all() {
        List<Work> known = works.stream().toList();
        return known.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
    }
}
