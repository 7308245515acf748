package mtasts.account;

import java.time.Clock;
import java.util.Optional;
import mtasts.web.Action;
import mtasts.web.Actor;
import mtasts.web.Flash;
import mtasts.web.Installation;
import mtasts.web.Mark;
import mtasts.web.Words;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who uses this installation: everybody sees it, administrators change it. */
@Controller
class PeopleController {

    private static final String BACK = "redirect:/people";

    private final People people;
    private final Inviting inviting;
    private final Appointing appointing;
    private final Reading reading;
    private final Installation installation;
    private final Clock clock;

    PeopleController(
            People people,
            Inviting inviting,
            Appointing appointing,
            Reading reading,
            Installation installation,
            Clock clock) {
        this.people = people;
        this.inviting = inviting;
        this.appointing = appointing;
        this.reading = reading;
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/people")
    String page(Model model, Actor actor) {
        return page(PersonForm.blank(), actor, model);
    }

    /** Answers with the page itself and no redirect: the link is shown this once and kept nowhere. */
    @PostMapping("/people")
    String add(@ModelAttribute("form") PersonForm form, BindingResult problems, Actor actor, Model model) {
        var mail = reading.mail(form.mail(), problems);
        var name = reading.name(form.displayName(), problems);
        if (problems.hasErrors() || mail.isEmpty() || name.isEmpty()) {
            return page(form, actor, model);
        }
        return switch (inviting.invite(mail.get(), name.get(), Role.of(form.role()))) {
            case Inviting.Invited(var person, var link) -> invited(person, link, false, model);
            case Inviting.MailTaken() -> {
                Reading.reject("mail", Words.of("account.mail.taken"), problems);
                yield page(form, actor, model);
            }
            case Inviting.NameTaken() -> {
                Reading.reject("displayName", Words.of("account.name.taken"), problems);
                yield page(form, actor, model);
            }
        };
    }

    @PostMapping("/people/{id}/link")
    String newLink(@PathVariable long id, Model model, RedirectAttributes redirect) {
        return switch (inviting.inviteAgain(id)) {
            case Inviting.Invited(var person, var link) -> invited(person, link, true, model);
            case Inviting.Disabled() -> {
                Flash.advice(Words.of("account.people.disabled-first")).after(redirect);
                yield BACK;
            }
            case Inviting.NoSuchPerson() -> throw notFound();
        };
    }

    @PostMapping("/people/{id}/role")
    String role(@PathVariable long id, @RequestParam(defaultValue = "") String role, RedirectAttributes redirect) {
        return told(appointing.give(id, Role.of(role)), "account.people.role-done", null, redirect);
    }

    @PostMapping("/people/{id}/disable")
    String disable(@PathVariable long id, RedirectAttributes redirect) {
        var undo = Action.post(Words.of("account.people.enable"), "/people/" + id + "/enable");
        return told(appointing.disable(id), "account.people.disable-done", undo, redirect);
    }

    @PostMapping("/people/{id}/enable")
    String enable(@PathVariable long id, RedirectAttributes redirect) {
        return told(appointing.enable(id), "account.people.enable-done", null, redirect);
    }

    private String page(PersonForm form, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("people", people.findAllByOrderByDisabledAtDescDisplayNameAsc());
        model.addAttribute("me", actor.personId());
        model.addAttribute("now", clock.instant());
        return "account/people";
    }

    private String invited(Person person, OneTimeLink link, boolean again, Model model) {
        var here = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        var site = Optional.ofNullable(installation.settings().publicUrl()).orElse(here);
        model.addAttribute("person", person);
        model.addAttribute("link", site.replaceAll("/+$", "") + link.path());
        model.addAttribute("again", again);
        model.addAttribute("until", Words.of("account.invited.until", Words.moment(link.expiresAt())));
        return "account/invited";
    }

    private static String told(
            Appointing.Outcome outcome, String done, @Nullable Action undo, RedirectAttributes redirect) {
        switch (outcome) {
            case Appointing.Outcome.Done(Person person) -> {
                var words = Words.of(done, person.displayName(), person.role().words());
                new Flash(Mark.OK, words, undo).after(redirect);
            }
            case Appointing.Outcome.Nothing() -> {}
            case Appointing.Outcome.LastAdministrator(Person person) ->
                Flash.advice(Words.of("account.people.last", person.displayName()))
                        .after(redirect);
            case Appointing.Outcome.NoSuchPerson() -> throw notFound();
        }
        return BACK;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
