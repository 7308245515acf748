package mtasts.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the tests of this module press and break. */
@Controller
class TrialController {

    record TrialForm(String name, List<String> mx) {}

    /** What was done. */
    final List<String> deeds = new ArrayList<>();

    @GetMapping("/trial/{id}")
    String page(@PathVariable String id, Model model) {
        model.addAttribute("form", new TrialForm("", List.of("")));
        return "web/trial";
    }

    /** As every form is handled: without {@code @Valid}, and shown again when it has errors. */
    @PostMapping("/trial/{id}")
    String save(
            @PathVariable String id,
            @ModelAttribute("form") TrialForm form,
            BindingResult problems,
            RedirectAttributes redirect) {
        if (problems.hasErrors()) {
            return "web/trial";
        }
        deeds.add("saved " + form.name() + " " + form.mx());
        Flash.done(Words.of("gallery.removed", form.name())).after(redirect);
        return "redirect:/trial/" + id;
    }

    /** A button without a form. */
    @PostMapping("/trial/{id}/deed")
    String deed(@PathVariable String id) {
        deeds.add("did " + id);
        return "redirect:/trial/" + id + "?done";
    }

    @GetMapping("/trial/fails/{how}")
    @ResponseBody
    String fail(@PathVariable String how) {
        throw switch (how) {
            case "lock" -> new OptimisticLockingFailureException("secret of the lock");
            case "database" -> new CannotGetJdbcConnectionException("secret of the database");
            case "missing" -> new ResponseStatusException(HttpStatus.NOT_FOUND, "secret of the missing");
            default -> new IllegalStateException("secret of the state");
        };
    }
}
