package mtasts.audit;

import java.util.List;
import mtasts.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail, newest first. */
@RestController
class AuditResource {

    private final AuditEntries entries;

    AuditResource(AuditEntries entries) {
        this.entries = entries;
    }

    /** Some of the entries that were asked for. */
    record AuditJson(List<AuditEntry> items, int page, int size, long total) {}

    /**
     * What was done, by whom and from where, with the values before and after.
     *
     * @param person a person's key, or {@code installation} or {@code console}
     * @param action an action's code
     * @param subject what it was done to, in full, such as a domain's name
     * @param from the first UTC day, such as {@code 2026-11-24}
     * @param to the last UTC day
     * @param page from 1
     * @param size 1 to 200, 50 when it is left out
     */
    @GetMapping(path = "/api/v1/audit", produces = "application/json")
    AuditJson audit(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        var filter = new AuditFilter(or(person), or(action), or(subject), or(from), or(to));
        var asked = PageRequest.asked(page, size);
        return new AuditJson(entries.page(filter, asked), asked.page(), asked.size(), entries.count(filter));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
