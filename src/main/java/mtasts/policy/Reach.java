package mtasts.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mtasts.domain.Place;
import mtasts.web.Words;
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

    /** What somebody has to set before a record can be created. */
    public enum Missing {
        /** Where the policy host leads. */
        POLICY_HOST("host"),
        /** Where reports go. */
        REPORT_ADDRESS("reports");

        private final String text;

        Missing(String text) {
            this.text = text;
        }

        /** What is to be said, as a question that depends on another sentence. */
        public Words words() {
            return Words.of("policy.missing." + text);
        }
    }

    /**
     * What is not set, so that a record that is to be created has no value. A policy host elsewhere is known to those who run
     * it. Reports are wanted for every policy that is in force: the evidence of two weeks is nothing else.
     *
     * @param givenUp whether the current version gives the policy up: then a policy host that leads here stays, and nobody
     *     waits for reports
     */
    public List<Missing> missing(boolean givenUp) {
        List<Missing> missing = new ArrayList<>();
        boolean ledHere = said != null && said.records().place() == Place.HERE;
        if (wanted.place() == Place.HERE && wanted.policyHost() == null && !(givenUp && ledHere)) {
            missing.add(Missing.POLICY_HOST);
        }
        if (wanted.reportAddress() == null && !givenUp) {
            missing.add(Missing.REPORT_ADDRESS);
        }
        return missing;
    }

    /** Whether senders get the current version. */
    public boolean live(Instant now) {
        return liveAt != null && !(waits && now.isBefore(liveAt));
    }

    /** Whether the records that were confirmed are those to be, with the id of the version of that number. */
    public boolean recordsSay(int number) {
        return said != null
                && said.number() == number
                && !policyHostChanged()
                && !policyHostAdded()
                && !reportAddressChanged()
                && !reportAddressAdded();
    }

    /** Whether the policy host is to lead somewhere else than the record that was confirmed. */
    public boolean policyHostChanged() {
        return said != null
                && !leaving
                && (said.records().place() != wanted.place()
                        || differs(said.records().policyHost(), wanted.policyHost()));
    }

    /** Whether the policy host could lead nowhere when the records were confirmed, and can now. */
    public boolean policyHostAdded() {
        return said != null
                && said.records().place() == Place.HERE
                && wanted.place() == Place.HERE
                && said.records().policyHost() == null
                && wanted.policyHost() != null;
    }

    /** Since when it is; {@code null} where that is not known. */
    public @Nullable Instant policyHostSince() {
        return said != null && said.records().place() != wanted.place() ? placedAt : policyHostAt;
    }

    /** Whether reports are to go somewhere else than the record that was confirmed says. */
    public boolean reportAddressChanged() {
        return said != null && differs(said.records().reportAddress(), wanted.reportAddress());
    }

    /** Whether reports could go nowhere when the records were confirmed, and can now. */
    public boolean reportAddressAdded() {
        return said != null && said.records().reportAddress() == null && wanted.reportAddress() != null;
    }

    /** What never was is created, and what is not set any more cannot be changed: only one value can take another's place. */
    private static boolean differs(@Nullable String before, @Nullable String after) {
        return before != null && after != null && !before.equals(after);
    }
}
