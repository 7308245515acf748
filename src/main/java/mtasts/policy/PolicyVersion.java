package mtasts.policy;

import java.time.Instant;
import java.util.List;
import mtasts.domain.Place;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyId;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it was published. Nothing of it ever changes but what is confirmed of it, once each.
 *
 * @param number from 1, without gaps within a domain
 * @param text byte for byte what is served
 * @param place where the file was served at that time
 * @param author what the person was called then
 * @param note why, in the author's words; empty when nothing was said
 * @param reason why in spite of a danger or before the day; {@code null} when none was needed
 * @param word what the author vouched for when promoting
 * @param file the file with this text is up: from then on it is served
 * @param records the DNS records that name this version were created
 */
public record PolicyVersion(
        long domainId,
        int number,
        PolicyId id,
        String text,
        Mode mode,
        List<MxPattern> mx,
        MaxAge maxAge,
        Place place,
        Instant publishedAt,
        Deed deed,
        String author,
        String note,
        @Nullable String reason,
        @Nullable Word word,
        @Nullable Confirmation file,
        @Nullable Confirmation records) {

    public PolicyVersion {
        mx = List.copyOf(mx);
    }

    /** What the text says; a field that our policies do not have is not in it. */
    public Policy policy() {
        return new Policy(mode, mx, maxAge);
    }

    /** Since when this text is served; {@code null} when nobody has confirmed it. */
    public @Nullable Instant liveAt() {
        return file == null ? null : file.at();
    }
}
