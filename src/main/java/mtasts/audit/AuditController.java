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
        long counted = entries.count(filter);
        boolean open = counted > AuditEntries.MOST_COUNTED;
        var asked = PageRequest.of(page, size);
        var request = open ? asked : asked.within(counted);
        var found = entries.page(filter, request);
        if (open && found.isEmpty()) {
            request = asked.within(entries.countAll(filter));
            found = entries.page(filter, request);
        }
        var rows = found.stream()
                .limit(request.size())
                .map(entry -> new Row(entry, AuditChange.of(entry)))
                .toList();
        var address = filter.address();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "paging",
                open
                        ? Paging.open(
                                request, rows.size(), found.size() > rows.size(), AuditEntries.MOST_COUNTED, address)
                        : Paging.of(request, counted, address));
        model.addAttribute("authors", entries.authors());
        model.addAttribute("actions", entries.actions());
        return "audit/audit";
    }
}
