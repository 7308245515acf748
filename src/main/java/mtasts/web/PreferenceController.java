package mtasts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
        if (!Language.ALL.contains(language)) {
            return ResponseEntity.badRequest().build();
        }
        languages.setLocale(request, response, Locale.of(language));
        if (actor != null) {
            events.publishEvent(new LanguageChosen(actor, language));
        }
        return back(page);
    }

    @PostMapping("/theme")
    ResponseEntity<Void> theme(
            @RequestParam String theme,
            @RequestParam(name = "return", required = false) @Nullable String page,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!Theme.ALL.contains(theme)) {
            return ResponseEntity.badRequest().build();
        }
        Preference.keep(request, response, Theme.COOKIE, theme);
        return back(page);
    }

    private static ResponseEntity<Void> back(@Nullable String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, LocalPath.of(page).orElse("/"))
                .build();
    }
}
