package mtasts.estate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import mtasts.domain.Tags;
import mtasts.estate.Batches.Selection;
import mtasts.job.JobAnswers;
import mtasts.job.JobAnswers.Asked;
import mtasts.job.JobJson;
import mtasts.rfc8461.MaxAge;
import mtasts.web.ApiText;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One act on many domains, by program: begun with one request, looked at with others. */
@RestController
@RequestMapping(path = BatchWork.RESOURCE)
class BatchResource {

    private static final Asked BATCHES = batches(kind -> BatchAct.ofKind(kind).isPresent());
    private static final Asked EXPORTS = batches(BatchAct.EXPORT.kind()::equals);

    private final Batches batches;
    private final BatchFiles files;
    private final JobAnswers answers;

    BatchResource(Batches batches, BatchFiles files, JobAnswers answers) {
        this.batches = batches;
        this.files = files;
        this.answers = answers;
    }

    /**
     * What is to be done to which domains.
     *
     * @param act {@code publish}, {@code promote}, {@code testing}, {@code tag} or {@code export}
     * @param names of domains; or else {@code query}
     * @param query what stands in the address of the list of domains; empty for all. Sample domains among others are left
     *     out, with the result {@code left-out}
     * @param tags to be added
     * @param removeTags to be taken away
     * @param maxAge in seconds, for promoting; what is proposed for each where it is left out
     * @param reason kept with each version; without one, what wants a reason is refused
     * @param confirm {@code false} to see first what would come of each domain: nothing is done before it is confirmed
     */
    record BatchRequest(
            @Nullable String act,
            @Nullable List<String> names,
            @Nullable String query,
            @Nullable List<String> tags,
            @Nullable List<String> removeTags,
            @Nullable Long maxAge,
            @Nullable Boolean reportsReviewed,
            @Nullable Boolean recordsLive,
            @Nullable Boolean hostsSound,
            @Nullable String reason,
            @Nullable Boolean confirm) {}

    /** Begins an act on many domains; what came of each is asked for at the address that is answered. */
    @PostMapping(consumes = "application/json", produces = "application/json")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<JobJson> begin(@RequestBody BatchRequest request) {
        var act =
                BatchAct.of(request.act()).orElseThrow(() -> ApiText.refused("act", Words.of("estate.api.batch.act")));
        var selection = selection(request);
        var order = order(act, request);
        boolean looks = Boolean.FALSE.equals(request.confirm());
        return answers.begun(
                BATCHES, looks ? batches.look(act, selection, order) : batches.begin(act, selection, order));
    }

    /** How far a batch is, and what came of its domains. */
    @GetMapping(path = "/{id}", produces = "application/json")
    JobJson show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return answers.show(BATCHES, id, page, size);
    }

    /** Does what was looked at, as it was asked for then; a domain that changed meanwhile is left as it is. */
    @PostMapping(path = "/{id}/confirmation", produces = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable long id) {
        answers.confirm(BATCHES, id);
    }

    /** Stops it; what is done stays. */
    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id) {
        answers.cancel(BATCHES, id);
    }

    /** The DNS records of the domains of an export. */
    @GetMapping(path = "/{id}/records.csv", produces = "text/csv")
    void records(@PathVariable long id, HttpServletResponse response) throws IOException {
        files.records(answers.require(EXPORTS, id), response);
    }

    /** Policies and records of the domains of an export as a ZIP file. */
    @GetMapping(path = "/{id}/mta-sts.zip", produces = "application/zip")
    void zip(@PathVariable long id, HttpServletResponse response) throws IOException {
        files.zip(answers.require(EXPORTS, id), response);
    }

    private static Selection selection(BatchRequest request) {
        var names = request.names();
        var query = request.query();
        if ((names == null) == (query == null)) {
            throw ApiText.refused("names", Words.of("estate.api.batch.which"));
        }
        return names != null
                ? Selection.Named.of(names.stream().map(String::valueOf).toList())
                : new Selection.Matching(BatchQuery.read(Objects.requireNonNull(query))
                        .orElseThrow(() -> ApiText.refused("query", Words.of("estate.api.batch.query"))));
    }

    private BatchOrder order(BatchAct act, BatchRequest request) {
        var added = tags("tags", request.tags());
        var removed = tags("removeTags", request.removeTags());
        if (act == BatchAct.TAG && added.isEmpty() && removed.isEmpty()) {
            throw ApiText.refused("tags", Words.of("estate.batch.tags-missing"));
        }
        return new BatchOrder(
                added,
                removed,
                maxAge(request.maxAge()),
                Boolean.TRUE.equals(request.reportsReviewed()),
                Boolean.TRUE.equals(request.recordsLive()),
                Boolean.TRUE.equals(request.hostsSound()),
                ApiText.kept("reason", request.reason()));
    }

    private List<String> tags(String member, @Nullable List<String> typed) {
        var tags = Tags.read(Objects.requireNonNullElse(ApiText.joined(typed, " "), ""));
        tags.objections().stream().findFirst().ifPresent(objection -> {
            throw ApiText.refused(member, objection);
        });
        return List.copyOf(tags.values());
    }

    private static @Nullable Long maxAge(@Nullable Long seconds) {
        if (seconds != null && (seconds < 0 || seconds > MaxAge.LONGEST.seconds())) {
            throw ApiText.refused("maxAge", Words.of("promotion.api.max-age", MaxAge.LONGEST.text()));
        }
        return seconds;
    }

    private static Asked batches(Predicate<String> kinds) {
        return new Asked(BatchWork.RESOURCE, kinds, "batch.unknown", Words.of("estate.api.batch.unknown"));
    }
}
