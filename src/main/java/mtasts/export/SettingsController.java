package mtasts.export;

import mtasts.web.Flash;
import mtasts.web.Installation;
import mtasts.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is true for the whole installation: everybody sees it, administrators change it. */
@Controller
class SettingsController {

    private static final String PAGE = "export/settings";

    private final Installation installation;
    private final SettingsReader reader;
    private final ChangingSettings changing;

    SettingsController(Installation installation, SettingsReader reader, ChangingSettings changing) {
        this.installation = installation;
        this.reader = reader;
        this.changing = changing;
    }

    @GetMapping("/settings")
    String page(Model model) {
        model.addAttribute("form", SettingsForm.of(installation.settings()));
        return PAGE;
    }

    @PostMapping("/settings")
    String save(@ModelAttribute("form") SettingsForm form, BindingResult problems, RedirectAttributes redirect) {
        var settings = reader.read(form, problems);
        if (settings.isEmpty()) {
            return PAGE;
        }
        changing.change(settings.get());
        Flash.done(Words.of("export.settings.saved")).after(redirect);
        return "redirect:/settings";
    }
}
