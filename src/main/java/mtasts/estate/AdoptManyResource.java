package mtasts.estate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import mtasts.domain.Place;
import mtasts.job.JobAnswers;
import mtasts.job.JobAnswers.Asked;
import mtasts.job.JobJson;
import mtasts.web.ApiProblem;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adopting many policies by program: judged and adopted in one go, or looked at first. */
@RestController
class AdoptManyResource {

    private static final Asked ADOPTIONS = new Asked(
            AdoptionWork.RESOURCE,
            AdoptionWork.KIND::equals,
            "adoption.unknown",
            Words.of("estate.api.adoption.unknown"));

    private final AdoptingMany adopting;
    private final JobAnswers answers;

    AdoptManyResource(AdoptingMany adopting, JobAnswers answers) {
        this.adopting = adopting;
        this.answers = answers;
    }

    /**
     * Takes in a ZIP file with a policy a domain, and a table with their ids. The same file sent again while its job goes on
     * is the same job.
     *
     * @param place {@code here} or {@code elsewhere}, where the files are to be served from now on; the latter when it is
     *     left out
     * @param confirm {@code false} to see first what would come of each file: nothing is adopted before it is confirmed
     */
    @PostMapping(path = AdoptionWork.RESOURCE, consumes = "application/zip", produces = "application/json")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<JobJson> start(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "true") boolean confirm,
            HttpServletRequest request)
            throws IOException {
        var chosen = Place.read(place == null ? Place.ELSEWHERE.text() : place)
                .orElseThrow(() -> ApiProblem.parameter("place", Place.texts()));
        try {
            return answers.begun(ADOPTIONS, adopting.start(request.getInputStream(), null, chosen, confirm));
        } catch (UploadRefused refused) {
            throw refused.problem();
        }
    }

    /**
     * How far it is, and a page of its files.
     *
     * @param page from 1
     * @param size rows on a page, 1 to 200, 50 when it is left out
     */
    @GetMapping(path = AdoptionWork.RESOURCE + "/{id}", produces = "application/json")
    JobJson show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return answers.show(ADOPTIONS, id, page, size);
    }

    /** Adopts what was judged, and can be. */
    @PostMapping(path = AdoptionWork.RESOURCE + "/{id}/confirmation", produces = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable long id) {
        answers.confirm(ADOPTIONS, id);
    }

    /** Stops it; what is adopted stays. */
    @PostMapping(path = AdoptionWork.RESOURCE + "/{id}/cancellation", produces = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id) {
        answers.cancel(ADOPTIONS, id);
    }
}
