package mtasts.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import mtasts.web.Address;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for, as it stands in the URL; a field that is empty, or cannot be read, asks for nothing.
 *
 * @param person a person's key, or {@code installation} or {@code console}
 * @param action an action's code
 * @param subject what it was done to, in full
 * @param from the first UTC day, {@code 2026-11-24}
 * @param to the last UTC day
 */
record AuditFilter(String person, String action, String subject, String from, String to) {

    AuditFilter {
        person = trimmed(person);
        action = trimmed(action);
        subject = trimmed(subject);
        from = trimmed(from);
        to = trimmed(to);
    }

    /** NUL is in no entry and no query. */
    private static String trimmed(@Nullable String text) {
        var whole = Objects.requireNonNullElse(text, "").replace("\0", "").strip();
        return whole.length() > 300 ? whole.substring(0, 300) : whole;
    }

    Address address() {
        return Address.of("/audit")
                .with("person", person)
                .with("action", action)
                .with("subject", subject)
                .with("from", from)
                .with("to", to);
    }

    public boolean isEmpty() {
        return values().isEmpty();
    }

    /** The condition in SQL, with the names of {@link #values()}. */
    String condition() {
        var condition = new StringJoiner(" and ", "where ", "").setEmptyValue("");
        var values = values();
        add(condition, values, "person", "person_id = :person");
        add(condition, values, "who", "person_id is null and who = :who");
        add(condition, values, "action", "action = :action");
        add(condition, values, "subject", "subject = :subject");
        add(condition, values, "from", "at >= :from");
        add(condition, values, "to", "at < :to");
        return condition.toString();
    }

    private static void add(StringJoiner condition, Map<String, Object> values, String name, String part) {
        if (values.containsKey(name)) {
            condition.add(part);
        }
    }

    Map<String, Object> values() {
        var values = new TreeMap<String, Object>();
        if (person.matches("\\d{1,18}")) {
            values.put("person", Long.valueOf(person));
        } else if (!person.isEmpty()) {
            values.put("who", person);
        }
        if (!action.isEmpty()) {
            values.put("action", action);
        }
        if (!subject.isEmpty()) {
            values.put("subject", subject.toLowerCase(Locale.ROOT));
        }
        put(values, "from", day(from));
        var last = day(to);
        put(values, "to", last == null ? null : last.plusDays(1));
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable LocalDate day) {
        if (day != null) {
            Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            values.put(name, start.atOffset(ZoneOffset.UTC));
        }
    }

    /** Whether something stands there for the first day that is none; it asks for nothing then. */
    public boolean fromIsNoDay() {
        return !from.isEmpty() && day(from) == null;
    }

    /** The same of the last day. */
    public boolean toIsNoDay() {
        return !to.isEmpty() && day(to) == null;
    }

    /** Whether the last day lies before the first. */
    public boolean turnedAbout() {
        var first = day(from);
        var last = day(to);
        return first != null && last != null && last.isBefore(first);
    }

    /** A day of this era that PostgreSQL knows too. */
    private static @Nullable LocalDate day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
