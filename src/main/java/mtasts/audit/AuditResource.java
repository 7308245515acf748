package mtasts.audit;

import java.util.List;
import mtasts.web.ApiProblem;
import mtasts.web.PageRequest;
import mtasts.web.Words;
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

    /**
     * Some of the entries that were asked for.
     *
     * @param total how many there are, counted up to 10,000
     * @param more whether there are more than {@code total}; they can be paged through all the same
     */
    record AuditJson(List<AuditEntry> items, int page, int size, long total, boolean more) {}

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
        refuse(filter);
        var asked = PageRequest.asked(page, size);
        var counted = entries.count(filter);
        return new AuditJson(
                entries.page(filter, asked).stream().limit(asked.size()).toList(),
                asked.page(),
                asked.size(),
                Math.min(counted, AuditEntries.MOST_COUNTED),
                counted > AuditEntries.MOST_COUNTED);
    }

    /** What is no day would be answered with more than was meant. */
    private static void refuse(AuditFilter filter) {
        if (filter.fromIsNoDay()) {
            throw ApiProblem.parameter("from", Words.of("audit.api.no-day", "from"));
        }
        if (filter.toIsNoDay()) {
            throw ApiProblem.parameter("to", Words.of("audit.api.no-day", "to"));
        }
        if (filter.turnedAbout()) {
            throw ApiProblem.parameter("to", Words.of("audit.api.turned-about"));
        }
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
