package mtasts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language of an answer: the account's, else the cookie's, else what the browser asks for, else English. */
@Component("localeResolver")
class Language implements LocaleResolver {

    static final String COOKIE = "language";
    static final List<String> ALL = List.of("en", "es");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var actor = SignedIn.actor(request);
        return Preference.chosen(request, COOKIE)
                .or(() -> Optional.ofNullable(actor).map(Actor::language))
                .filter(ALL::contains)
                .map(Locale::of)
                .orElseGet(() -> ofBrowser(request));
    }

    /** The same for a request of which nobody knows who sent it. */
    static Locale ofBrowser(HttpServletRequest request) {
        return Preference.read(request, COOKIE, ALL)
                .map(Locale::of)
                .orElseGet(() -> Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(ALL::contains)
                        .findFirst()
                        .map(Locale::of)
                        .orElse(Locale.ENGLISH));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null && ALL.contains(locale.getLanguage())) {
            Preference.keep(request, response, COOKIE, locale.getLanguage());
        }
    }
}
