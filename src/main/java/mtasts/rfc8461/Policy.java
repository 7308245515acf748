package mtasts.rfc8461;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A policy that senders can follow (RFC 8461 §3.2).
 *
 * @param mx at least one, unless the mode is {@code none}
 */
public record Policy(Mode mode, List<MxPattern> mx, MaxAge maxAge) {

    /** The most octets that a policy may have (RFC 8461 §3.3). */
    public static final int LONGEST = 65_536;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]");

    /** @throws IllegalArgumentException without {@code mx} in a mode that needs one */
    public Policy {
        mx = List.copyOf(mx);
        if (mx.isEmpty() && mode != Mode.NONE) {
            throw new IllegalArgumentException("a policy in " + mode.text() + " names at least one MX host");
        }
    }

    /** The text, line by line in the order that every known sender takes, ended by CRLF each. */
    public String text() {
        StringBuilder text = new StringBuilder(64 + 32 * mx.size());
        line(text, "version: ", "STSv1");
        line(text, "mode: ", mode.text());
        for (MxPattern pattern : mx) {
            line(text, pattern.wildcard() ? "mx: *." : "mx: ", pattern.name().ascii());
        }
        line(text, "max_age: ", maxAge.text());
        return text.toString();
    }

    /**
     * The text that would be published of fields as they were typed, valid or not, so that it can be shown and judged
     * line by line: {@code version} is line 1, {@code mode} line 2, the patterns follow, {@code max_age} is the last.
     * Line ends and other controls within a field become spaces, so that every field stays one line; spaces around it
     * are left out.
     */
    public static String write(String mode, List<String> mxAsTyped, String maxAgeAsTyped) {
        StringBuilder text = new StringBuilder(64 + 32 * mxAsTyped.size());
        line(text, "version: ", "STSv1");
        typed(text, "mode: ", mode);
        for (String mx : mxAsTyped) {
            typed(text, "mx: ", mx);
        }
        typed(text, "max_age: ", maxAgeAsTyped);
        return text.toString();
    }

    private static void typed(StringBuilder text, String field, String typed) {
        String value = CONTROL.matcher(typed).replaceAll(" ").strip();
        line(text, value.isEmpty() ? field.stripTrailing() : field, value);
    }

    private static void line(StringBuilder text, String field, String value) {
        text.append(field).append(value).append("\r\n");
    }

    /** Whether mail in {@code enforce} may go to this host: one of the patterns covers it (RFC 8461 §4.1). */
    public boolean permits(DomainName host) {
        for (MxPattern pattern : mx) {
            if (pattern.matches(host)) {
                return true;
            }
        }
        return false;
    }

    /** Where senders fetch the policy of a domain (RFC 8461 §3.3). */
    public static URI location(DomainName domain) {
        return URI.create("https://" + policyHost(domain) + "/.well-known/mta-sts.txt");
    }

    /** The host that serves the policy of a domain. */
    public static String policyHost(DomainName domain) {
        return "mta-sts." + domain.ascii();
    }
}
