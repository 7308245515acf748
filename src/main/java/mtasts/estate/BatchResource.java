package mtasts.estate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import mtasts.domain.Tags;
import mtasts.estate.Batches.Selection;
import mtasts.job.Job;
import mtasts.job.JobAnswers;
import mtasts.job.JobJson;
import mtasts.job.Jobs;
import mtasts.rfc8461.MaxAge;
import mtasts.web.ApiProblem;
import mtasts.web.ApiText;
import mtasts.web.PageRequest;
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
@RequestMapping(path = "/api/v1/batches")
class BatchResource {

    private final Batches batches;
    private final BatchFiles files;
    private final Jobs jobs;
    private final JobAnswers answers;

    BatchResource(Batches batches, BatchFiles files, Jobs jobs, JobAnswers answers) {
        this.batches = batches;
        this.files = files;
        this.jobs = jobs;
        this.answers = answers;
    }

    /**
     * What is to be done to which domains.
     *
     * @param act {@code publish}, {@code promote}, {@code testing}, {@code tag} or {@code export}
     * @param names of domains; or else {@code query}
     * @param query what stands in the address of the list of domains; empty for all
     * @param tags to be added
     * @param removeTags to be taken away
     * @param maxAge in seconds, for promoting; what is proposed for each where it is left out
     * @param reason kept with each version; without one, what wants a reason is refused
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
            @Nullable String reason) {}

    /** Begins an act on many domains; what came of each is asked for at the address that is answered. */
    @PostMapping(consumes = "application/json", produces = "application/json")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<JobJson> begin(@RequestBody BatchRequest request) {
        var act =
                BatchAct.of(request.act()).orElseThrow(() -> ApiText.refused("act", Words.of("estate.api.batch.act")));
        long id = batches.begin(act, selection(request), order(act, request));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/v1/batches/" + id))
                .body(answers.of(require(id), PageRequest.asked(null, null)));
    }

    /** How far a batch is, and what came of its domains. */
    @GetMapping(path = "/{id}", produces = "application/json")
    JobJson show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return answers.of(require(id), PageRequest.asked(page, size));
    }

    /** Stops it; what is done stays. */
    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id) {
        jobs.cancel(require(id).id());
    }

    /** The DNS records of the domains of an export. */
    @GetMapping(path = "/{id}/records.csv", produces = "text/csv")
    void records(@PathVariable long id, HttpServletResponse response) throws IOException {
        files.records(exported(id), response);
    }

    /** Policies and records of the domains of an export as a ZIP file. */
    @GetMapping(path = "/{id}/mta-sts.zip", produces = "application/zip")
    void zip(@PathVariable long id, HttpServletResponse response) throws IOException {
        files.zip(exported(id), response);
    }

    private Job exported(long id) {
        return batches.find(id)
                .filter(job -> job.kind().equals(BatchAct.EXPORT.kind()))
                .orElseThrow(BatchResource::unknown);
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
        var tags = Tags.read(
                typed == null
                        ? ""
                        : String.join(" ", typed.stream().map(String::valueOf).toList()));
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

    private Job require(long id) {
        return batches.find(id).orElseThrow(BatchResource::unknown);
    }

    private static ApiProblem unknown() {
        return ApiProblem.notFound("batch.unknown", Words.of("estate.api.batch.unknown"));
    }
}
