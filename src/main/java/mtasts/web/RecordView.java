package mtasts.web;

import org.jspecify.annotations.Nullable;

/**
 * One DNS record to be created, to copy field by field.
 *
 * @param id what makes its parts different from other records' on the page: letters, digits and hyphens
 * @param type {@code TXT} or {@code CNAME}
 * @param ttl seconds
 * @param value its value; {@code null} while it is not known
 * @param missing what to fill in first when there is no value
 * @param mark how it stands, if that is known
 * @param state how it stands in words
 * @param purpose what it is for
 */
public record RecordView(
        String id,
        String type,
        String name,
        long ttl,
        @Nullable String value,
        @Nullable Words missing,
        @Nullable Mark mark,
        @Nullable Words state,
        Words purpose) {}
