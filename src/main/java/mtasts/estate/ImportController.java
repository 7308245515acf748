package mtasts.estate;

import java.io.IOException;
import mtasts.domain.Place;
import mtasts.web.Installation;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The page on which many domains come in at once. What comes of each row is shown before anything is saved. */
@Controller
class ImportController {

    private static final String PAGE = "estate/import";

    private final Importing importing;
    private final Installation installation;
    private final Wording wording;

    ImportController(Importing importing, Installation installation, Wording wording) {
        this.importing = importing;
        this.installation = installation;
        this.wording = wording;
    }

    @GetMapping("/domains/import")
    String blank(Model model) {
        model.addAttribute("form", new ImportForm("", null, ""));
        return page(model);
    }

    @PostMapping("/domains/import")
    String judge(@ModelAttribute("form") ImportForm form, BindingResult result, Model model) throws IOException {
        if (result.hasErrors()) {
            if (form.isFile()) {
                result.rejectValue("file", "", wording.text(Words.of("estate.file-again")));
            }
            return page(model);
        }
        var place = Place.read(form.place().isEmpty() ? installation.settings().defaultPlace() : form.place());
        if (place.isEmpty()) {
            result.rejectValue("place", "", wording.text(Words.of("domain.place.missing")));
            return page(model);
        }
        try {
            return "redirect:/jobs/" + importing.start(form.open(), form.source(), place.get(), false);
        } catch (UploadRefused refused) {
            result.rejectValue("text", "", wording.text(refused.words()));
            return page(model);
        }
    }

    private String page(Model model) {
        model.addAttribute("defaultPlace", installation.settings().defaultPlace());
        model.addAttribute("most", ImportReader.MOST);
        return PAGE;
    }
}
