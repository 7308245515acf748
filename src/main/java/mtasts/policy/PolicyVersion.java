package mtasts.policy;

import java.time.Duration;
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
 * A policy as it was published. Nothing of it ever changes but what is confirmed of it.
 *
 * @param number from 1, without gaps within a domain
 * @param text byte for byte what is served
 * @param place where the file was served at that time
 * @param author what the person was called then
 * @param note why, in the author's words; empty when nothing was said
 * @param reason why in spite of a danger or before the day; {@code null} when none was needed
 * @param word what the author vouched for when promoting
 * @param served this application began to hand it out while senders could still be led to another server
 * @param file the file with this text is up where senders are led, said for the first time
 * @param records the DNS records that name this version were created, said for the first time
 * @param adopted what is known of it from before; {@code null} where it was published by this application
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
        @Nullable Confirmation served,
        @Nullable Confirmation file,
        @Nullable Confirmation records,
        @Nullable Adopted adopted) {

    /** For how long resolvers may still lead to the old server after the record of the policy host was changed. */
    static final Duration RECORD_TTL = Duration.ofHours(1);

    public PolicyVersion {
        mx = List.copyOf(mx);
    }

    /** What the text says; a field that our policies do not have is not in it. */
    public Policy policy() {
        return new Policy(mode, mx, maxAge);
    }

    /** Since when this version counts: when it was published, or put up by the word of the one who adopted it. */
    public Instant since() {
        return adopted == null || adopted.since() == null ? publishedAt : adopted.since();
    }

    /**
     * Until when a sender may hold a text that was there before this one was adopted; {@code null} where there was none, and
     * of every version that was not adopted.
     */
    public @Nullable Instant earlierUntil() {
        return adopted == null || adopted.earlierAtMost().seconds() == 0
                ? null
                : since().plus(adopted.earlierAtMost().duration());
    }

    /**
     * Since when senders get this text and none before it: when its file was up, or one hour after they were led here;
     * {@code null} when nobody has confirmed it.
     */
    public @Nullable Instant liveAt() {
        if (file == null) {
            return null;
        }
        return waits() ? file.at().plus(RECORD_TTL) : file.at();
    }

    /** Whether an hour is waited for, until every resolver leads here. */
    private boolean waits() {
        return served != null && file != null && file.place() == Place.HERE;
    }

    /** Whether senders get this text at an instant. */
    public boolean live(Instant now) {
        var since = liveAt();
        return since != null && !(waits() && now.isBefore(since));
    }
}
