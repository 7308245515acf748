package mtasts.domain;

import java.util.List;
import mtasts.web.Words;

/**
 * The MX hosts of a domain as they were pasted or typed.
 *
 * @param hosts those that could be read, each once, in the order given
 * @param noMail whether a single dot says that no mail is taken (a null MX, RFC 7505)
 * @param problems what could not be read; with any, nothing is to be stored
 */
public record MxHosts(List<MxHost> hosts, boolean noMail, List<Problem> problems) {

    /**
     * Something in the text that is no MX host.
     *
     * @param line counted from 1; 0 where the whole is meant
     * @param says what is wrong and what to do
     */
    public record Problem(int line, Words says) {

        /** What is wrong, with the line before it where there is one. */
        public Words sentence() {
            return line == 0 ? says : Words.of("domain.mx.line", line, says);
        }
    }

    public MxHosts {
        hosts = List.copyOf(hosts);
        problems = List.copyOf(problems);
    }

    /**
     * Reads what {@code dig}, {@code host} or {@code nslookup} print and what lies in a zone file; else hosts with or
     * without a preference before them, one a line or between spaces and commas. Case, trailing dots and repeated hosts do
     * not matter; empty text is a domain without MX records.
     */
    public static MxHosts read(String text) {
        return new MxHostReader().read(text);
    }

    /** Whether nothing was given: neither a host, nor that no mail is taken, nor anything that could not be read. */
    public boolean isEmpty() {
        return hosts.isEmpty() && !noMail && problems.isEmpty();
    }

    /** The hosts as {@link #read} reads them, one a line; a dot when no mail is taken. */
    public static String text(Domain domain) {
        return domain.takesMail()
                ? String.join("\n", domain.hosts().stream().map(MxHost::text).toList())
                : ".";
    }
}
