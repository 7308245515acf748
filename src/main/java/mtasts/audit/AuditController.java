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
        var request = PageRequest.of(page, size);
        var rows = entries.page(filter, request).stream()
                .map(entry -> new Row(entry, AuditChange.of(entry)))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("paging", Paging.of(request, entries.count(filter), filter.address()));
        model.addAttribute("authors", entries.authors());
        model.addAttribute("actions", entries.actions());
        return "audit/audit";
    }
}
