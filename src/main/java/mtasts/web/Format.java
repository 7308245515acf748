package mtasts.web;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Numbers, days and instants in the reader's language. Days are UTC days. Templates know it as {@code #format}.
 */
@Component
public class Format {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private final MessageSource messages;
    private final Clock clock;

    Format(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** 39,032 in English, 39.032 in Spanish. */
    public String count(Number number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** 22 March, with the year when it is not this one. */
    public String day(LocalDate day) {
        boolean thisYear = day.getYear() == date(clock.instant()).getYear();
        return pattern(day, thisYear ? "web.date.day" : "web.date.day-and-year");
    }

    public String day(Instant instant) {
        return day(date(instant));
    }

    /** Sunday 22 March. */
    public String weekday(LocalDate day) {
        return message("web.date.weekday-and-day", pattern(day, "web.date.weekday"), day(day));
    }

    public String weekday(Instant instant) {
        return weekday(date(instant));
    }

    /** 22 March, 09:12 UTC. */
    public String moment(Instant instant) {
        return moment(day(instant), instant);
    }

    /** 22 March 2026, 09:12 UTC: always with the year, for what is kept for good. */
    public String dated(Instant instant) {
        return moment(pattern(date(instant), "web.date.day-and-year"), instant);
    }

    private String moment(String day, Instant instant) {
        return message(
                "web.date.moment", day, DateTimeFormatter.ofPattern("HH:mm").format(instant.atOffset(ZoneOffset.UTC)));
    }

    /** 2026-03-22 09:12:30 UTC, in every language. */
    public String exact(Instant instant) {
        return EXACT.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** 4 minutes ago, in 3 days; a day when it is two weeks away or more. */
    public String ago(Instant instant) {
        var distance = Duration.between(instant, clock.instant());
        var length = distance.abs();
        if (length.compareTo(Duration.ofDays(14)) >= 0) {
            return day(instant);
        }
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return message("web.time.now");
        }
        return message(distance.isNegative() ? "web.time.in" : "web.time.ago", duration(length));
    }

    /** 5 minutes, 26 hours, 7 days: the largest unit of which there are two, or one exactly. */
    public String duration(Duration duration) {
        if (duration.toHours() >= 48 || duration.equals(Duration.ofDays(1))) {
            return message("web.duration.days", duration.toDays());
        }
        if (duration.toMinutes() >= 60) {
            return message("web.duration.hours", duration.toHours());
        }
        return duration.toSeconds() >= 60
                ? message("web.duration.minutes", duration.toMinutes())
                : message("web.duration.seconds", duration.toSeconds());
    }

    String when(Words.When when) {
        return switch (when.telling()) {
            case DAY -> day(when.instant());
            case WEEKDAY -> weekday(when.instant());
            case MOMENT -> moment(when.instant());
            case AGO -> ago(when.instant());
        };
    }

    private String pattern(LocalDate day, String key) {
        return DateTimeFormatter.ofPattern(message(key), locale()).format(day);
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
