package mtasts.estate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mtasts.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All domains, or some, to take away. */
@RestController
class DomainExportResource {

    private final DomainExports exports;

    DomainExportResource(DomainExports exports) {
        this.exports = exports;
    }

    /** Policies and records as a ZIP file: {@code <domain>/.well-known/mta-sts.txt}, records.csv and records.zone. */
    @GetMapping(path = "/api/v1/export.zip", produces = "application/zip")
    void zip(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String finding,
            HttpServletResponse response)
            throws IOException {
        exports.zip(request(q, stage, tag, finding), response);
    }

    /** The list as a table that can be imported again: UTF-8 with a byte order mark. */
    @GetMapping(path = "/api/v1/export.csv", produces = "text/csv")
    void csv(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String finding,
            HttpServletResponse response)
            throws IOException {
        exports.csv(request(q, stage, tag, finding), response);
    }

    private static ListRequest request(
            @Nullable String q, @Nullable String stage, @Nullable String tag, @Nullable String finding) {
        var request = ListRequest.of(q, stage, tag, finding, null, PageRequest.of(null, null));
        request.refuse(stage, null);
        return request;
    }
}
