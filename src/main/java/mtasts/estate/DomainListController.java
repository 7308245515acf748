package mtasts.estate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mtasts.estate.ListRequest.Filter;
import mtasts.web.Action;
import mtasts.web.Glyph;
import mtasts.web.PageRequest;
import mtasts.web.Paging;
import mtasts.web.Tabs;
import mtasts.web.Tabs.Tab;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of domains. */
@Controller
class DomainListController {

    /** More tags than this are typed, not chosen. */
    private static final int MOST_TAGS = 200;

    private final DomainList list;
    private final Counting counting;
    private final Steps steps;

    DomainListController(DomainList list, Counting counting, Steps steps) {
        this.list = list;
        this.counting = counting;
        this.steps = steps;
    }

    @GetMapping(ListRequest.PATH)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String finding,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            @RequestParam(required = false) @Nullable String all,
            Model model) {
        var asked = ListRequest.of(q, stage, tag, finding, sort, PageRequest.of(page, size));
        var counts = counting.stages();
        var found = list.find(asked, counts);
        var request = found.request();
        var rows = found.rows().stream().limit(request.page().size()).toList();
        var tags = list.tags(MOST_TAGS + 1);
        model.addAttribute("asked", request);
        model.addAttribute("counts", counts);
        model.addAttribute("tabs", tabs(request, counts));
        model.addAttribute("rows", rows);
        model.addAttribute("steps", steps(rows));
        model.addAttribute("paging", paging(found, rows.size()));
        model.addAttribute("tags", tags.size() > MOST_TAGS ? List.of() : tags);
        model.addAttribute(
                "codes",
                list.codes().stream()
                        .collect(Collectors.toMap(
                                code -> code,
                                code -> Words.of("estate.overview.finding." + code + ".what"),
                                (one, same) -> one,
                                LinkedHashMap::new)));
        model.addAttribute("sorts", ListRequest.Sort.values());
        model.addAttribute("leftOut", list.leftOut(request));
        choice(request, "true".equals(all), model);
        model.addAttribute("add", Action.change(Words.of("estate.list.add"), "/domains/new"));
        return "estate/list";
    }

    /** What is chosen of the list, and where more or less of it is. */
    private static void choice(ListRequest request, boolean everything, Model model) {
        var here = request.here();
        if (!model.containsAttribute(SelectionController.CHOSEN)) {
            model.addAttribute(SelectionController.CHOSEN, Set.of());
        }
        model.addAttribute("everything", everything);
        model.addAttribute("query", here.href().substring(ListRequest.PATH.length()));
        model.addAttribute("here", here.href());
        model.addAttribute("all", here.with("all", "true").href());
        model.addAttribute(
                "acts", Arrays.stream(BatchAct.values()).map(BatchAct::text).toList());
    }

    private static Paging paging(DomainList.Found found, int shown) {
        var request = found.request();
        boolean more = found.rows().size() > shown;
        return request.narrowed() && found.total() > DomainList.MOST_COUNTED
                ? Paging.open(request.page(), shown, more, DomainList.MOST_COUNTED, request.address())
                : Paging.of(request.page(), found.total(), request.address());
    }

    private Map<Long, StepInRow> steps(List<DomainRow> rows) {
        var facts = steps.facts(rows.stream().map(DomainRow::id).toList());
        return facts.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey(), entry -> StepInRow.of(entry.getValue())));
    }

    private static Tabs tabs(ListRequest request, StageCounts counts) {
        var tabs = new ArrayList<Tab>();
        tabs.add(tab(request, Optional.empty(), Words.of("estate.list.all"), counts));
        for (var filter : Filter.values()) {
            var words = filter == Filter.DUE
                    ? Words.of("estate.list.due")
                    : Glyph.valueOf(filter.name()).words();
            tabs.add(tab(request, Optional.of(filter), words, counts));
        }
        return new Tabs(Words.of("estate.list.stages"), tabs);
    }

    private static Tab tab(ListRequest request, Optional<Filter> filter, Words words, StageCounts counts) {
        return new Tab(
                words,
                request.address()
                        .with("stage", filter.map(Filter::text).orElse(null))
                        .href(),
                request.stage().equals(filter),
                request.narrowed() ? null : Words.of("estate.list.count", counts.of(filter)));
    }
}
