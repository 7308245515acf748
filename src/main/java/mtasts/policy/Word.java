package mtasts.policy;

/**
 * What a named person vouches for where no measurement speaks. It is kept and shown as a word, never as evidence.
 *
 * @param liveSinceFirstDay the DNS records and the file have been live since the first day of testing
 * @param reportsRead the daily reports were read
 * @param hostsSound every MX host offers STARTTLS with a valid certificate for its own name
 */
public record Word(boolean liveSinceFirstDay, boolean reportsRead, boolean hostsSound) {

    /** Given in full. */
    public boolean whole() {
        return liveSinceFirstDay && reportsRead && hostsSound;
    }
}
