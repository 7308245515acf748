package mtasts.audit;

import java.util.List;
import mtasts.web.PageRequest;
import mtasts.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail, for everybody who is signed in. */
@Controller
class AuditController {

    /** An entry and what it changed. */
    record Row(AuditEntry entry, List<AuditChange> changes) {}

    private final AuditEntries entries;

    AuditController(AuditEntries entries) {
        this.entries = entries;
    }

    @GetMapping("/audit")
    String page(
            @ModelAttribute("filter") AuditFilter filter,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            Model model) {
        long total = entries.count(filter);
        var request = within(PageRequest.of(page, size), total);
        var rows = entries.page(filter, request).stream()
                .map(entry -> new Row(entry, AuditChange.of(entry)))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("paging", Paging.of(request, total, filter.address()));
        model.addAttribute("authors", entries.authors());
        model.addAttribute("actions", entries.actions());
        return "audit/audit";
    }

    /** A page after the last is the last. */
    private static PageRequest within(PageRequest request, long total) {
        int last = (int) Math.max(1, Math.ceilDiv(total, request.size()));
        return new PageRequest(Math.min(request.page(), last), request.size());
    }
}
