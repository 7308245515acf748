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

/** Adopting many policies by program: judged and adopted in one go. */
@RestController
class AdoptManyResource {

    private final AdoptingMany adopting;
    private final Jobs jobs;
    private final JobAnswers answers;

    AdoptManyResource(AdoptingMany adopting, Jobs jobs, JobAnswers answers) {
        this.adopting = adopting;
        this.jobs = jobs;
        this.answers = answers;
    }

    /**
     * Takes in a ZIP file with a policy a domain, and a table with their ids. The same file sent again while its job goes on
     * is the same job.
     *
     * @param place where the files are to be served from now on, {@code elsewhere} where it is left out
     */
    @PostMapping(path = "/api/v1/adoptions/many", consumes = "application/zip", produces = "application/json")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<JobJson> start(@RequestParam(required = false) @Nullable String place, HttpServletRequest request) {
        if (place != null && !place.equals("here") && !place.equals("elsewhere")) {
            throw ApiProblem.parameter("place");
        }
        long id;
        try {
            id = adopting.start(request.getInputStream(), place == null ? Place.ELSEWHERE : Place.of(place), true);
        } catch (ImportRefused refused) {
            throw ApiProblem.content(refused.code(), refused.words());
        } catch (IOException broken) {
            throw new HttpMessageNotReadableException("archive", broken, new ServletServerHttpRequest(request));
        }
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/v1/adoptions/many/" + id))
                .body(answers.of(require(id), new PageRequest(1, PageRequest.SIZES.getFirst())));
    }

    /**
     * How far it is, and a page of its files.
     *
     * @param page from 1
     * @param size rows on a page, 1 to 200
     */
    @GetMapping(path = "/api/v1/adoptions/many/{id}", produces = "application/json")
    JobJson show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        return answers.of(require(id), PageRequest.of(page, size));
    }

    /** Stops it; what is adopted stays. */
    @PostMapping(path = "/api/v1/adoptions/many/{id}/cancellation", produces = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id) {
        jobs.cancel(require(id).id());
    }

    private Job require(long id) {
        return jobs.find(id, AdoptionWork.KIND)
                .orElseThrow(() -> ApiProblem.notFound("adoption.unknown", Words.of("estate.api.adoption.unknown")));
    }
}
