package mtasts.job;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mtasts.web.Address;
import mtasts.web.Csv;
import mtasts.web.Download;
import mtasts.web.Flash;
import mtasts.web.PageRequest;
import mtasts.web.Paging;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Progress and results of long work. */
@Controller
class JobController {

    private final Jobs jobs;
    private final JobRows rows;
    private final WorkByKind works;
    private final Wording wording;

    JobController(Jobs jobs, JobRows rows, WorkByKind works, Wording wording) {
        this.jobs = jobs;
        this.rows = rows;
        this.works = works;
        this.wording = wording;
    }

    @GetMapping("/jobs")
    String list(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            Model model) {
        var request = PageRequest.of(page, size);
        model.addAttribute("jobs", jobs.page(request));
        model.addAttribute("paging", Paging.of(request, jobs.count(), Address.of("/jobs")));
        return "job/list";
    }

    @GetMapping("/jobs/{id}")
    String job(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            Model model) {
        var job = require(id);
        var work = works.find(job.kind());
        var asksAt = work.filter(any -> job.state() == JobState.JUDGED).flatMap(known -> known.asksAt(job));
        if (asksAt.isPresent()) {
            return "redirect:" + asksAt.get();
        }
        var request = PageRequest.of(page, size);
        var shows = !job.state().atWork();
        model.addAttribute(
                "page",
                JobPage.of(
                        job,
                        shows ? rows.counts(id) : List.of(),
                        shows ? rows.page(id, result, request) : List.of(),
                        result,
                        request,
                        work.orElse(null)));
        return "job/job";
    }

    /** The bar, as the page asks for it again and again; the whole page is asked for once nothing runs. */
    @GetMapping("/jobs/{id}/progress")
    String progress(@PathVariable long id, Model model, HttpServletResponse response) {
        var job = require(id);
        if (!job.state().atWork()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("page", JobPage.of(job, List.of(), List.of(), null, PageRequest.of(null, null), null));
        return "job/job :: progress";
    }

    @PostMapping("/jobs/{id}/confirm")
    String confirm(@PathVariable long id) {
        jobs.confirm(require(id).id());
        return "redirect:/jobs/" + id;
    }

    /** Lets go what is not confirmed, and goes back to the page that tells of all that is under way. */
    @PostMapping("/jobs/{id}/discard")
    String discard(@PathVariable long id, RedirectAttributes redirect) {
        var job = require(id);
        if (!jobs.discard(id)) {
            return "redirect:/jobs/" + id;
        }
        Flash.done(Words.of("job.discarded", job.title())).after(redirect);
        return "redirect:/";
    }

    @PostMapping("/jobs/{id}/cancel")
    String cancel(@PathVariable long id) {
        jobs.cancel(require(id).id());
        return "redirect:/jobs/" + id;
    }

    @GetMapping("/jobs/{id}/result.csv")
    void result(@PathVariable long id, HttpServletResponse response) throws IOException {
        var job = require(id);
        var into = Download.as(Download.CSV, job.kind() + "-" + id + ".csv", response);
        try (var out = new OutputStreamWriter(into, StandardCharsets.UTF_8)) {
            out.write(Csv.BOM + Csv.line("row", "name", "result", "code", "text"));
            rows.each(id, row -> write(out, job, row));
        }
    }

    private void write(Writer out, Job job, JobResults.Line row) {
        var text = JobAnswers.said(job, row);
        try {
            out.write(
                    Csv.line(Integer.toString(row.number()), row.name(), row.result(), row.code(), wording.text(text)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Job require(long id) {
        return jobs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
