package mtasts.sample;

import mtasts.web.Flash;
import mtasts.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons on the first page that put sample data in and take it out. */
@Controller
class SampleController {

    private final SampleData data;

    SampleController(SampleData data) {
        this.data = data;
    }

    @PostMapping("/add-sample-data")
    String add(RedirectAttributes redirect) {
        (switch (data.add()) {
                    case ADDED -> Flash.done(Words.of("sample.added"));
                    case PRESENT -> Flash.advice(Words.of("sample.present"));
                    case DOMAINS -> Flash.advice(Words.of("sample.domains"));
                })
                .after(redirect);
        return "redirect:/";
    }

    @PostMapping("/remove-sample-data")
    String remove(RedirectAttributes redirect) {
        Flash.done(Words.of("sample.removed", data.remove())).after(redirect);
        return "redirect:/";
    }
}
