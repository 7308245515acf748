package mtasts.rfc8461;

import java.net.URI;

/** The stable name of a rule; it never changes its meaning. Each module has one enum of them. */
public interface Code {

    /** The name, lower-case words joined by dots and hyphens: {@code policy.mx.syntax}. */
    String text();

    /** Where the rule stands: {@code RFC 8461 §3.2}. */
    String section();

    /** The address of {@link #section()} at the RFC Editor. */
    default URI link() {
        String section = section();
        int mark = section.indexOf('§');
        return URI.create("https://www.rfc-editor.org/rfc/rfc"
                + section.substring(4, mark).strip() + "#section-" + section.substring(mark + 1));
    }
}
