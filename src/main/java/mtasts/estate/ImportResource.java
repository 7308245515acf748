package mtasts.estate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import mtasts.domain.Place;
import mtasts.job.Job;
import mtasts.job.JobAnswers;
import mtasts.job.JobJson;
import mtasts.job.Jobs;
import mtasts.web.ApiProblem;
import mtasts.web.Installation;
import mtasts.web.PageRequest;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Many domains at once, by program: judged and registered in one go. Rows that cannot be read are refused and told. */
@RestController
class ImportResource {

    private final Importing importing;
    private final Jobs jobs;
    private final JobAnswers answers;
    private final Installation installation;

    ImportResource(Importing importing, Jobs jobs, JobAnswers answers, Installation installation) {
        this.importing = importing;
        this.jobs = jobs;
        this.answers = answers;
        this.installation = installation;
    }

    /**
     * Takes in a table of domains: domain, mx, tags. The same table sent again while its import goes on is the same import.
     *
     * @param place {@code here} or {@code elsewhere}; as the settings say where it is left out
     */
    @PostMapping(path = "/api/v1/imports", consumes = "text/csv", produces = "application/json")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<JobJson> start(@RequestParam(required = false) @Nullable String place, HttpServletRequest request) {
        var chosen = place(place);
        long id;
        try {
            id = importing.start(request.getInputStream(), chosen, true);
        } catch (ImportRefused refused) {
            throw ApiProblem.content(refused.code(), refused.words());
        } catch (IOException broken) {
            throw new HttpMessageNotReadableException("table", broken, new ServletServerHttpRequest(request));
        }
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/v1/imports/" + id))
                .body(answers.of(require(id), new PageRequest(1, PageRequest.SIZES.getFirst())));
    }

    /**
     * How far an import is, and a page of its rows.
     *
     * @param page from 1
     * @param size rows on a page, 1 to 200
     */
    @GetMapping(path = "/api/v1/imports/{id}", produces = "application/json")
    JobJson show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        return answers.of(require(id), PageRequest.of(page, size));
    }

    /** Stops it; what is registered stays. */
    @PostMapping(path = "/api/v1/imports/{id}/cancellation", produces = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id) {
        jobs.cancel(require(id).id());
    }

    private Job require(long id) {
        return jobs.find(id, ImportWork.KIND)
                .orElseThrow(() -> ApiProblem.notFound("import.unknown", Words.of("estate.api.import.unknown")));
    }

    private Place place(@Nullable String place) {
        return switch (place == null ? installation.settings().defaultPlace() : place) {
            case "here" -> Place.HERE;
            case "elsewhere" -> Place.ELSEWHERE;
            default ->
                throw new ApiProblem(
                        HttpStatus.BAD_REQUEST, "request.parameter", Words.of("web.api.parameter", "place"));
        };
    }
}
