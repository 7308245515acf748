package mtasts.estate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mtasts.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of domains to take away, narrowed by the same address as on its page; no domain can be named like this path. */
@Controller
class DomainExportController {

    private final DomainExports exports;

    DomainExportController(DomainExports exports) {
        this.exports = exports;
    }

    @GetMapping("/domains/export/" + DomainTable.NAME)
    void csv(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String finding,
            HttpServletResponse response)
            throws IOException {
        exports.csv(request(q, stage, tag, finding), response);
    }

    @GetMapping("/domains/export/mta-sts.zip")
    void zip(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String finding,
            HttpServletResponse response)
            throws IOException {
        exports.zip(request(q, stage, tag, finding), response);
    }

    private static ListRequest request(
            @Nullable String q, @Nullable String stage, @Nullable String tag, @Nullable String finding) {
        return ListRequest.of(q, stage, tag, finding, null, PageRequest.of(null, null));
    }
}
