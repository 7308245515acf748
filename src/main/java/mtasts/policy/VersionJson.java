package mtasts.policy;

import java.time.Instant;
import java.util.List;
import mtasts.web.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * A published version as the API tells it.
 *
 * @param mode {@code testing}, {@code enforce} or {@code none}
 * @param maxAge in seconds
 * @param reason why in spite of what spoke against it, or why it was given up; {@code null} where nothing was said
 * @param deed {@code published}, {@code promoted}, {@code promoted-anyway}, {@code back-to-testing}, {@code retired} or
 *     {@code adopted}
 * @param place {@code here} or {@code elsewhere}: where its file is served
 * @param adoptedSince of an adopted version, when it was put up, as far as that is known
 * @param earlierMaxAge of an adopted version, the longest of the texts before it in seconds, as far as that is known
 * @param fileConfirmedAt when somebody said that the file is up, or this application began to serve it
 */
public record VersionJson(
        int number,
        String id,
        String text,
        String mode,
        List<String> mx,
        long maxAge,
        Instant publishedAt,
        String author,
        String note,
        @Nullable String reason,
        String deed,
        String place,
        @Nullable Instant fileConfirmedAt,
        @Nullable Instant recordsConfirmedAt,
        @Nullable WordJson word,
        @Nullable Instant adoptedSince,
        @Nullable Long earlierMaxAge) {

    /** What the author vouched for when promoting. */
    public record WordJson(boolean recordsLive, boolean reportsReviewed, boolean hostsSound) {}

    /** As it stands now. */
    public static VersionJson of(PolicyVersion version) {
        var word = version.word();
        var adopted = version.adopted();
        var earlier = adopted == null ? null : adopted.earlier();
        return new VersionJson(
                version.number(),
                version.id().text(),
                version.text(),
                version.mode().text(),
                version.mx().stream().map(Object::toString).toList(),
                version.maxAge().seconds(),
                version.publishedAt(),
                version.author(),
                version.note(),
                version.reason(),
                version.deed().text(),
                version.place().text(),
                at(version.file()),
                at(version.records()),
                word == null ? null : new WordJson(word.liveSinceFirstDay(), word.reportsRead(), word.hostsSound()),
                adopted == null ? null : adopted.since(),
                earlier == null ? null : earlier.seconds());
    }

    private static @Nullable Instant at(@Nullable Confirmation confirmation) {
        return confirmation == null ? null : confirmation.at();
    }

    /** Nothing of a version changes but what is confirmed of it. */
    EntityTag tag() {
        return EntityTag.of("v" + number, fileConfirmedAt != null, recordsConfirmedAt != null);
    }
}
