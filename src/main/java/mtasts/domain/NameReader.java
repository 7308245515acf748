package mtasts.domain;

import java.util.List;
import java.util.Locale;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Finding;
import mtasts.rfc8461.Reading;
import mtasts.web.FreeText;
import mtasts.web.Words;

/** Finds the name in what people type and paste. */
final class NameReader {

    private static final int LONGEST = 2_000;
    private static final List<String> IN_FRONT = List.of("mta-sts.", "_mta-sts.", "_smtp._tls.");

    private NameReader() {}

    static TypedName read(String typed) {
        return read(typed, true);
    }

    /** @param offering whether the domain behind a name of MTA-STS is offered instead */
    static TypedName read(String typed, boolean offering) {
        if (typed.length() > LONGEST) {
            return new TypedName.Refused(Words.of("domain.name.long"));
        }
        var text = host(typed.strip());
        if (text.isEmpty()) {
            return new TypedName.Refused(Words.of("domain.name.missing"));
        }
        var behind = offering ? behind(text) : text;
        return switch (DomainName.read(behind)) {
            case Reading.Refused<DomainName> refused ->
                new TypedName.Refused(says(refused.findings().getFirst()));
            case Reading.Read<DomainName> read
            when isSingle(read.read()) ->
                new TypedName.Refused(Words.of("domain.name.single", read.read().ascii()));
            case Reading.Read<DomainName> read ->
                read.read()
                        .fakeALabel()
                        .<TypedName>map(label -> new TypedName.Refused(Words.of("domain.name.fake-a-label", label)))
                        .orElseGet(() -> behind.equals(text)
                                ? new TypedName.Understood(read.read())
                                : new TypedName.Offered(read.read(), FreeText.shown(text)));
        };
    }

    /** A single label is found from inside a network alone, or is a top-level domain: no sender delivers there. */
    static boolean isSingle(DomainName name) {
        return name.ascii().indexOf('.') < 0;
    }

    /** What is wrong with a name and what to do, in a sentence each. */
    static Words says(Finding finding) {
        var stem = "finding." + finding.words();
        var arguments = finding.arguments().toArray();
        return Words.of("domain.name.finding", Words.of(stem + ".what", arguments), Words.of(stem + ".do", arguments));
    }

    /** The host of a URL, what stands behind the {@code @} of an address, or the text itself. */
    private static String host(String text) {
        int scheme = text.indexOf("://");
        if (scheme >= 0) {
            var authority = before(text.substring(scheme + 3), "/?#");
            return before(authority.substring(authority.lastIndexOf('@') + 1), ":");
        }
        int at = text.lastIndexOf('@');
        return at >= 0 ? before(text.substring(at + 1), ">?/;,\" \t") : before(text, "/");
    }

    private static String before(String text, String ends) {
        for (int i = 0; i < text.length(); i++) {
            if (ends.indexOf(text.charAt(i)) >= 0) {
                return text.substring(0, i).strip();
            }
        }
        return text.strip();
    }

    /** The name without what MTA-STS puts in front of it, as long as two labels are left. */
    private static String behind(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        for (String front : IN_FRONT) {
            var rest = text.substring(Math.min(front.length(), text.length()));
            if (lower.startsWith(front) && rest.indexOf('.') > 0 && rest.indexOf('.') < rest.length() - 1) {
                return rest;
            }
        }
        return text;
    }
}
