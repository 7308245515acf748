package mtasts.sample;

import mtasts.web.ApiProblem;
import mtasts.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Made-up domains for trying things out. */
@RestController
@RequestMapping(path = "/api/v1/sample-data", produces = "application/json")
class SampleResource {

    private final SampleData data;

    SampleResource(SampleData data) {
        this.data = data;
    }

    /**
     * Adds them, where no domain is registered: 409 {@code sample.domains} where one is, {@code sample.present} where they
     * are here already.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    void add() {
        switch (data.add()) {
            case ADDED -> {}
            case PRESENT -> throw ApiProblem.conflict("sample.present", Words.of("sample.present"));
            case DOMAINS -> throw ApiProblem.conflict("sample.domains", Words.of("sample.domains"));
        }
    }

    /** Takes them out with all that was done to them; where there are none, nothing happens. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove() {
        data.remove();
    }
}
