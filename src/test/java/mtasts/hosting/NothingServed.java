package mtasts.hosting;

import org.springframework.stereotype.Component;

/** Rows are never deleted but between two tests; then the table must forget them too. */
@Component
public class NothingServed {

    private final PolicyTable table;

    NothingServed(PolicyTable table) {
        this.table = table;
    }

    /** Serves nothing until something is published. */
    public void forget() {
        table.become(new PolicyTable());
    }
}
