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
    private final RecordUses uses;

    SettingsController(Installation installation, SettingsReader reader, ChangingSettings changing, RecordUses uses) {
        this.installation = installation;
        this.reader = reader;
        this.changing = changing;
        this.uses = uses;
    }

    @GetMapping("/settings")
    String page(Model model) {
        model.addAttribute("form", SettingsForm.of(installation.settings()));
        return shown(model);
    }

    @PostMapping("/settings")
    String save(
            @ModelAttribute("form") SettingsForm form,
            BindingResult problems,
            Model model,
            RedirectAttributes redirect) {
        var settings = reader.read(form, problems);
        if (settings.isEmpty()) {
            return shown(model);
        }
        long touched = changing.change(settings.get());
        Flash.done(
                        touched == 0
                                ? Words.of("export.settings.saved")
                                : Words.of("export.settings.saved.records", touched))
                .after(redirect);
        return "redirect:/settings";
    }

    private String shown(Model model) {
        model.addAttribute("uses", uses.uses());
        return PAGE;
    }
}
