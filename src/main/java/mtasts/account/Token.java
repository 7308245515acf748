package mtasts.account;

import java.time.Instant;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a program signs in with, as it is listed. The secret itself is shown once and kept nowhere.
 *
 * @param owner the display name of the person that it acts for
 * @param writes whether it may change things; only as long as its person may
 * @param expiresAt the first instant at which it no longer works, {@code null} for never
 */
record Token(
        long id,
        long personId,
        String owner,
        String name,
        boolean writes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public boolean works(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    public Words scope() {
        return Words.of(writes ? "account.token.writes" : "account.token.reads");
    }

    public Words state() {
        if (revokedAt != null) {
            return Words.of("account.token.revoked", Words.day(revokedAt));
        }
        return expiresAt == null
                ? Words.of("account.token.for-ever")
                : Words.of("account.token.until", Words.day(expiresAt));
    }

    public Words use() {
        return lastUsedAt == null
                ? Words.of("account.token.never-used")
                : Words.of("account.token.used", Words.ago(lastUsedAt));
    }
}
