package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import mtasts.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class FormatInLanguagesTest {

    private final Format format;

    FormatInLanguagesTest() throws IOException {
        format = new Format(WebConfiguration.messageSource(), new FakeClock());
    }

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT0S       | just now       | ahora mismo",
                "PT59S      | just now       | ahora mismo",
                "PT1M       | 1 minute ago   | hace 1 minuto",
                "PT59M59S   | 59 minutes ago | hace 59 minutos",
                "PT1H       | 1 hour ago     | hace 1 hora",
                "PT23H59M   | 23 hours ago   | hace 23 horas",
                "PT24H      | 1 day ago      | hace 1 día",
                "PT26H      | 26 hours ago   | hace 26 horas",
                "PT48H      | 2 days ago     | hace 2 días",
                "P13DT23H   | 13 days ago    | hace 13 días",
                "P14D       | 10 November    | 10 de noviembre",
                "P400D      | 20 October 2025 | 20 de octubre de 2025",
                "PT-59S     | just now       | ahora mismo",
                "PT-26H     | in 26 hours    | dentro de 26 horas",
                "P-3D       | in 3 days      | dentro de 3 días",
                "P-14D      | 8 December     | 8 de diciembre"
            })
    void anInstantIsToldByItsDistance(Duration past, String english, String spanish) {
        var instant = FakeClock.START.minus(past);
        in("en");
        assertThat(format.ago(instant)).isEqualTo(english);
        in("es");
        assertThat(format.ago(instant)).isEqualTo(spanish);
    }

    @Test
    void daysAreUtcDays() {
        in("en");
        var lateEvening = Instant.parse("2026-03-22T23:59:59Z");
        assertThat(format.day(lateEvening)).isEqualTo("22 March");
        assertThat(format.weekday(lateEvening)).isEqualTo("Sunday 22 March");
        assertThat(format.moment(lateEvening)).isEqualTo("22 March, 23:59 UTC");
        assertThat(format.exact(lateEvening)).isEqualTo("2026-03-22 23:59:59 UTC");
        assertThat(format.weekday(LocalDate.of(2028, 2, 29))).isEqualTo("Tuesday 29 February 2028");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "604800  | 7 days     | 7 días",
                "86400   | 1 day      | 1 día",
                "90000   | 25 hours   | 25 horas",
                "3600    | 1 hour     | 1 hora",
                "90      | 1 minute   | 1 minuto",
                "1       | 1 second   | 1 segundo",
                "0       | 0 seconds  | 0 segundos",
                "31557600 | 365 days  | 365 días"
            })
    void aDurationIsToldInItsLargestUnit(long seconds, String english, String spanish) {
        in("en");
        assertThat(format.duration(Duration.ofSeconds(seconds))).isEqualTo(english);
        in("es");
        assertThat(format.duration(Duration.ofSeconds(seconds))).isEqualTo(spanish);
    }

    @Test
    void countsAreGroupedByLanguage() {
        in("en");
        assertThat(format.count(39_032)).isEqualTo("39,032");
        in("es");
        assertThat(format.count(39_032)).isEqualTo("39.032");
        assertThat(format.count(4_077L)).isEqualTo("4.077");
    }

    private static void in(String language) {
        LocaleContextHolder.setLocale(Locale.of(language));
    }
}
