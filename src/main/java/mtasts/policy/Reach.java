package mtasts.policy;

import java.time.Instant;
import java.util.Objects;
import mtasts.domain.Place;
import org.jspecify.annotations.Nullable;

/**
 * How far the current version of a domain has come outside, as far as somebody said so: whether its file is up where it
 * is to be served, where senders are led, and whether the DNS records say what they are to say.
 *
 * @param fileUp whether the file of the current version is up at the place where it is to be served from now on
 * @param leaving whether the file is to be served elsewhere, where nothing was confirmed since it was served here: the
 *     policy host must not be led there yet
 * @param stillHere whether the file is to be served elsewhere, and senders may still be led here
 * @param arriving whether the file is to be served here, and senders may still be led elsewhere
 * @param placedAt since when the file is up at the present place, as far as that is known
 * @param liveAt since when senders get the current version; {@code null} where they do not
 * @param waits whether that was an hour after they were led here, which is waited for
 * @param wanted what the records are to say besides the id
 * @param policyHostAt when the target of the policy host was last set, as far as that is known
 * @param reportAddressAt when the address for reports was last set, as far as that is known
 * @param said what the records said when somebody last confirmed them
 */
public record Reach(
        boolean fileUp,
        boolean leaving,
        boolean stillHere,
        boolean arriving,
        @Nullable Instant placedAt,
        @Nullable Instant liveAt,
        boolean waits,
        Records wanted,
        @Nullable Instant policyHostAt,
        @Nullable Instant reportAddressAt,
        @Nullable Said said) {

    /**
     * What the DNS records say besides the id.
     *
     * @param place where the policy host leads
     * @param policyHost the target of the policy host, {@code null} where it is not known here
     * @param reportAddress a {@code mailto:} URI, {@code null} where there is none
     */
    public record Records(
            Place place,
            @Nullable String policyHost,
            @Nullable String reportAddress) {

        /** The three as one text, so that a form can tell which records it showed. */
        public String text() {
            return place.text() + " " + policyHost + " " + reportAddress;
        }
    }

    /** Somebody confirmed the records, with the id of the version of that number. */
    public record Said(int number, Records records, Instant at, String by) {}

    /** Whether senders get the current version. */
    public boolean live(Instant now) {
        return liveAt != null && !(waits && now.isBefore(liveAt));
    }

    /** Whether the records that were confirmed are those to be, with the id of the version of that number. */
    public boolean recordsSay(int number) {
        return said != null && said.number() == number && said.records().equals(wanted);
    }

    /** Whether the policy host is to lead somewhere else than the record that was confirmed. */
    public boolean policyHostChanged() {
        return said != null
                && !leaving
                && (said.records().place() != wanted.place()
                        || !Objects.equals(said.records().policyHost(), wanted.policyHost()));
    }

    /** Since when it is; {@code null} where that is not known. */
    public @Nullable Instant policyHostSince() {
        return said != null && said.records().place() != wanted.place() ? placedAt : policyHostAt;
    }

    /** Whether reports are to go somewhere else than the record that was confirmed says. */
    public boolean reportAddressChanged() {
        return said != null && !Objects.equals(said.records().reportAddress(), wanted.reportAddress());
    }
}
