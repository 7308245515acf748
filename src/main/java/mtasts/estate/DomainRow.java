package mtasts.estate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mtasts.policy.StageRail;
import mtasts.policy.Standing;
import mtasts.rfc8461.Mode;
import mtasts.web.Glyph;
import mtasts.web.Mark;
import mtasts.web.Rail.Days;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * One domain in the list.
 *
 * @param sample whether it is made up for trying things out
 * @param provider at whose hosts the mail is; empty where they are nobody's that is known
 * @param ownHosts whether there are hosts at all
 * @param findings of the current text, and of the draft as long as nothing is published
 */
record DomainRow(
        long id,
        String name,
        String unicode,
        boolean sample,
        List<String> tags,
        boolean takesMail,
        boolean ownHosts,
        String provider,
        Instant createdAt,
        Instant changedAt,
        Standing standing,
        List<Count> findings,
        Instant now) {

    /** How many findings of one severity. */
    record Count(Mark mark, long number) {}

    static DomainRow of(ResultSet row, Instant now) throws SQLException {
        var mode = row.getString("mode");
        return new DomainRow(
                row.getLong("id"),
                row.getString("name"),
                row.getString("unicode_name"),
                row.getBoolean("sample"),
                Arrays.asList((String[]) row.getArray("tags").getArray()),
                row.getBoolean("takes_mail"),
                row.getBoolean("has_hosts"),
                row.getString("provider"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                new Standing(
                        row.getObject("current_version", Integer.class),
                        mode == null ? null : Mode.of(mode).orElseThrow(),
                        Steps.instant(row, "mode_since"),
                        Steps.instant(row, "due_at"),
                        Steps.instant(row, "latest_horizon")),
                counts(row),
                now);
    }

    private static List<Count> counts(ResultSet row) throws SQLException {
        var counts = new ArrayList<Count>();
        for (var mark : List.of(Mark.INVALID, Mark.DANGER, Mark.ADVICE)) {
            long number = row.getLong(mark.name().toLowerCase(Locale.ROOT));
            if (number > 0) {
                counts.add(new Count(mark, number));
            }
        }
        return List.copyOf(counts);
    }

    public boolean international() {
        return !unicode.equals(name);
    }

    public Glyph glyph() {
        return standing.stage(now).glyph();
    }

    /** How far it is within its stage. */
    public Words progress() {
        return StageRail.progress(standing, now).orElseGet(this::otherProgress);
    }

    private Words otherProgress() {
        if (standing.mode() != null) {
            return Words.of("estate.list.retired");
        }
        return takesMail
                ? Words.of(
                        "estate.list.unpublished",
                        Duration.between(createdAt, now).toDays())
                : Words.of("estate.list.unprotected");
    }

    public @Nullable Days days() {
        return StageRail.days(standing, now).orElse(null);
    }

    /** How many blocks of its days have gone by. */
    public int gone() {
        return Optional.ofNullable(days())
                .map(days ->
                        (int) days.blocks().stream().filter(day -> day.gone()).count())
                .orElse(0);
    }

    /** Where its mail is: a provider, own hosts, or nowhere. */
    public Words mailAt() {
        if (!takesMail) {
            return Words.of("estate.list.no-mail");
        }
        if (!provider.isEmpty()) {
            return Words.of("estate.list.provider", provider);
        }
        return Words.of(ownHosts ? "estate.list.own-hosts" : "estate.list.no-hosts");
    }
}
