package mtasts.estate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import mtasts.job.Job;
import mtasts.job.JobResults;
import mtasts.job.JobResults.Group;
import mtasts.job.JobState;
import mtasts.job.Jobs;
import mtasts.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a batch does to each group of domains, before it is done; one reason and one word for all, and one button. */
@Controller
class BatchController {

    private static final String PAGE = "estate/batch";

    private final Batches batches;
    private final BatchReader reader;
    private final BatchFiles files;
    private final Jobs jobs;
    private final JobResults results;

    BatchController(Batches batches, BatchReader reader, BatchFiles files, Jobs jobs, JobResults results) {
        this.batches = batches;
        this.reader = reader;
        this.files = files;
        this.jobs = jobs;
        this.results = results;
    }

    @GetMapping("/batches/{id}")
    String look(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            Model model) {
        var job = require(id);
        if (job.state() != JobState.JUDGED) {
            return "redirect:" + job.href();
        }
        var groups = results.groups(id);
        var shown = groups.stream()
                .filter(group -> String.valueOf(group.result()).equals(result)
                        && String.valueOf(group.code()).equals(String.valueOf(code)))
                .findFirst()
                .orElse(null);
        model.addAttribute("form", BatchForm.blank());
        return page(model, page(job, groups, shown, PageRequest.of(page, size)));
    }

    /** The address of a form that was shown again. */
    @GetMapping("/batches/{id}/confirm")
    String confirmation(@PathVariable long id) {
        return "redirect:/batches/" + id;
    }

    @PostMapping("/batches/{id}/confirm")
    String confirm(@PathVariable long id, @ModelAttribute("form") BatchForm form, BindingResult result, Model model) {
        var job = require(id);
        if (job.state() != JobState.JUDGED) {
            return "redirect:" + job.href();
        }
        var page = page(job, results.groups(id), null, PageRequest.of(null, null));
        var order = result.hasErrors() ? null : reader.read(page, form, result);
        if (order == null) {
            return page(model, page);
        }
        jobs.confirm(id, order);
        return "redirect:" + job.href();
    }

    @GetMapping("/batches/{id}/records.csv")
    void records(@PathVariable long id, HttpServletResponse response) throws IOException {
        files.records(exported(id), response);
    }

    @GetMapping("/batches/{id}/mta-sts.zip")
    void zip(@PathVariable long id, HttpServletResponse response) throws IOException {
        files.zip(exported(id), response);
    }

    private Job exported(long id) {
        return batches.find(id)
                .filter(job -> job.kind().equals(BatchAct.EXPORT.kind()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private BatchPage page(Job job, List<Group> groups, @Nullable Group shown, PageRequest request) {
        return BatchPage.of(
                job,
                BatchAct.ofKind(job.kind()).orElseThrow(),
                groups,
                shown,
                shown == null ? List.of() : results.page(job.id(), shown, request),
                request);
    }

    private static String page(Model model, BatchPage page) {
        model.addAttribute("page", page);
        return PAGE;
    }

    private Job require(long id) {
        return batches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
