package mtasts.estate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import mtasts.domain.Place;
import mtasts.job.JobAnswers;
import mtasts.job.JobAnswers.Asked;
import mtasts.job.JobJson;
import mtasts.web.ApiProblem;
import mtasts.web.Installation;
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

/**
 * Many domains at once, by program: judged and registered in one go, or looked at first. Rows that cannot be read are
 * refused and told.
 */
@RestController
class ImportResource {

    private static final Asked IMPORTS = new Asked(
            ImportWork.RESOURCE, ImportWork.KIND::equals, "import.unknown", Words.of("estate.api.import.unknown"));

    private final Importing importing;
    private final JobAnswers answers;
    private final Installation installation;

    ImportResource(Importing importing, JobAnswers answers, Installation installation) {
        this.importing = importing;
        this.answers = answers;
        this.installation = installation;
    }

    /**
     * Takes in a table of domains: domain, mx, tags. The same table sent again while its import goes on is the same import.
     *
     * @param place {@code here} or {@code elsewhere}; as the settings say where it is left out
     * @param confirm {@code false} to see first what would come of each row: nothing is registered before it is confirmed
     */
    @PostMapping(path = ImportWork.RESOURCE, consumes = "text/csv", produces = "application/json")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<JobJson> start(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "true") boolean confirm,
            HttpServletRequest request)
            throws IOException {
        var chosen = Place.read(place == null ? installation.settings().defaultPlace() : place)
                .orElseThrow(() -> ApiProblem.parameter("place", Place.texts()));
        try {
            return answers.begun(IMPORTS, importing.start(request.getInputStream(), null, chosen, confirm));
        } catch (UploadRefused refused) {
            throw refused.problem();
        }
    }

    /**
     * How far an import is, and a page of its rows.
     *
     * @param page from 1
     * @param size rows on a page, 1 to 200, 50 when it is left out
     */
    @GetMapping(path = ImportWork.RESOURCE + "/{id}", produces = "application/json")
    JobJson show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return answers.show(IMPORTS, id, page, size);
    }

    /** Registers what was judged, and can be. */
    @PostMapping(path = ImportWork.RESOURCE + "/{id}/confirmation", produces = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable long id) {
        answers.confirm(IMPORTS, id);
    }

    /** Stops it; what is registered stays. */
    @PostMapping(path = ImportWork.RESOURCE + "/{id}/cancellation", produces = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id) {
        answers.cancel(IMPORTS, id);
    }
}
