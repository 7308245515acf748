package mtasts.domain;

import java.util.Optional;
import mtasts.rfc8461.DomainName;
import mtasts.web.Words;

/**
 * What somebody means who types or pastes the name of a domain: the name in any form, a mail address or a URL with it;
 * or one of the names that MTA-STS itself puts in front of a domain.
 */
public sealed interface TypedName {

    /** The name is plain to see. */
    record Understood(DomainName name) implements TypedName {}

    /**
     * It stands for a host or a record of MTA-STS, not for where mail is received: the domain behind it is meant.
     *
     * @param name the domain behind it
     * @param typed what was typed instead, fit to be shown
     */
    record Offered(DomainName name, String typed) implements TypedName {

        /** What was typed, where that is the name of a domain too: some name may really begin so. */
        public Optional<DomainName> asTyped() {
            return DomainName.read(typed).value();
        }
    }

    /** It is no name, and why. */
    record Refused(Words why) implements TypedName {}

    /** Reads what was typed; never throws. */
    static TypedName read(String typed) {
        return NameReader.read(typed);
    }

    /** The same for a name that somebody insists on: no other is offered for it. */
    static TypedName insisted(String typed) {
        return NameReader.read(typed, false);
    }
}
