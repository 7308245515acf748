package mtasts.estate;

import java.util.LinkedHashSet;
import mtasts.web.Flash;
import mtasts.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what was chosen in the list of domains: to show it as chosen, or to look at what an act would do to it. */
@Controller
class SelectionController {

    /** The names that are chosen, in the model of the list. */
    static final String CHOSEN = "chosen";

    private final Batches batches;

    SelectionController(Batches batches) {
        this.batches = batches;
    }

    @PostMapping("/domains/selection")
    String choose(@ModelAttribute("selection") SelectionForm form, BindingResult result, RedirectAttributes redirect) {
        var act = BatchAct.of(form.act());
        if (result.hasErrors() || act.isEmpty() || form.isEmpty()) {
            if (form.isEmpty() && act.isPresent()) {
                Flash.advice(Words.of("estate.bulk.none")).after(redirect);
            }
            redirect.addFlashAttribute(CHOSEN, new LinkedHashSet<>(form.domain()));
            return "redirect:" + back(form);
        }
        return "redirect:/jobs/"
                + (act.get() == BatchAct.EXPORT
                        ? batches.begin(act.get(), form.selection(), BatchOrder.NOTHING)
                        : batches.look(act.get(), form.selection(), BatchOrder.NOTHING));
    }

    private static String back(SelectionForm form) {
        return form.list()
                .here()
                .with("all", form.everything() && !form.isEmpty() ? "true" : null)
                .href();
    }
}
