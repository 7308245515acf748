package mtasts.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Language and theme: for everybody, signed in or not, and back to the page where it was asked for. */
@Controller
class PreferenceController {

    private final Language languages;
    private final ApplicationEventPublisher events;

    PreferenceController(Language languages, ApplicationEventPublisher events) {
        this.languages = languages;
        this.events = events;
    }

    @PostMapping("/language")
    ResponseEntity<Void> language(
            @RequestParam String language,
            @RequestParam(name = "return", required = false) @Nullable String page,
            @Nullable Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        speak(language, actor, request, response);
        return back(page);
    }

    @PostMapping("/theme")
    ResponseEntity<Void> theme(
            @RequestParam String theme,
            @RequestParam(name = "return", required = false) @Nullable String page,
            HttpServletRequest request,
            HttpServletResponse response) {
        draw(theme, request, response);
        return back(page);
    }

    /** With the page's form, sent here in place of its own path: it is shown again as it was typed. */
    @PostMapping("/language/{language}/{*form}")
    void languageOfForm(
            @PathVariable String language,
            @PathVariable String form,
            @Nullable Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        speak(language, actor, request, response);
        showAgain(form, request, response);
    }

    /** See {@link #languageOfForm}. */
    @PostMapping("/theme/{theme}/{*form}")
    void themeOfForm(
            @PathVariable String theme,
            @PathVariable String form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        draw(theme, request, response);
        showAgain(form, request, response);
    }

    /** The address that stays in the browser after that leads to the page too, with nothing typed. */
    @GetMapping({"/language/{choice}/{*form}", "/theme/{choice}/{*form}"})
    ResponseEntity<Void> page(@PathVariable String form) {
        return back(Resumed.isForm(form) ? form : null);
    }

    private void speak(
            String language, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response) {
        offered(language, Language.ALL);
        languages.setLocale(request, response, Locale.of(language));
        if (actor != null) {
            events.publishEvent(new LanguageChosen(actor, language));
        }
    }

    private static void draw(String theme, HttpServletRequest request, HttpServletResponse response) {
        offered(theme, Theme.ALL);
        Preference.keep(request, response, Theme.COOKIE, theme);
    }

    private static void offered(String choice, List<String> choices) {
        if (!choices.contains(choice)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static void showAgain(String form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!Resumed.isForm(form)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Resumed.showAgain(form, Resumed.Why.DRAWN_ANEW, request, response);
    }

    private static ResponseEntity<Void> back(@Nullable String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, LocalPath.of(page).orElse("/"))
                .build();
    }
}
