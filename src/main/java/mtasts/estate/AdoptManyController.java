package mtasts.estate;

import java.io.IOException;
import java.util.Objects;
import mtasts.domain.Place;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/** The page on which many policies are adopted at once. What comes of each file is shown before anything is saved. */
@Controller
class AdoptManyController {

    private static final String PAGE = "estate/adopt-many";

    private final AdoptingMany adopting;
    private final Wording wording;

    AdoptManyController(AdoptingMany adopting, Wording wording) {
        this.adopting = adopting;
        this.wording = wording;
    }

    /** @param file {@code null} or empty where none was chosen */
    record AdoptManyForm(@Nullable MultipartFile file, String place) {

        AdoptManyForm(@Nullable MultipartFile file, @Nullable String place) {
            this.file = file;
            this.place = Objects.requireNonNullElse(place, "elsewhere");
        }
    }

    @GetMapping("/domains/adopt/many")
    String blank(Model model) {
        model.addAttribute("form", new AdoptManyForm(null, null));
        return PAGE;
    }

    @PostMapping("/domains/adopt/many")
    String judge(@ModelAttribute("form") AdoptManyForm form, BindingResult result) throws IOException {
        if (result.hasErrors()) {
            result.rejectValue("file", "", wording.text(Words.of("estate.file-again")));
        } else if (form.file() == null || form.file().isEmpty()) {
            result.rejectValue("file", "", wording.text(Words.of("estate.adoption.empty")));
        }
        var place = Place.read(form.place());
        if (place.isEmpty()) {
            result.rejectValue("place", "", wording.text(Words.of("domain.place.missing")));
        }
        if (result.hasErrors()) {
            return PAGE;
        }
        try (var archive = Objects.requireNonNull(form.file()).getInputStream()) {
            return "redirect:/jobs/"
                    + adopting.start(archive, ImportForm.name(form.file()), place.orElseThrow(), false);
        } catch (UploadRefused refused) {
            result.rejectValue("file", "", wording.text(refused.words()));
            return PAGE;
        }
    }
}
