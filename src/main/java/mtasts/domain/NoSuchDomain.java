package mtasts.domain;

import mtasts.rfc8461.DomainName;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A name was asked for that is not registered. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchDomain extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchDomain(DomainName name) {
        super("no domain " + name.ascii());
    }
}
