package mtasts.estate;

import java.util.List;
import java.util.Objects;
import mtasts.estate.Batches.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Which domains of the list were chosen, and what is to be done with them.
 *
 * @param domain the names that were ticked
 * @param query what stood in the address of the list
 * @param all {@code "true"} where all domains of the list are meant, of whatever page
 * @param act empty where nothing is to be done yet
 */
record SelectionForm(List<String> domain, String query, String all, String act) {

    SelectionForm(@Nullable List<String> domain, @Nullable String query, @Nullable String all, @Nullable String act) {
        this.domain = domain == null ? List.of() : List.copyOf(domain);
        this.query = Objects.requireNonNullElse(query, "");
        this.all = Objects.requireNonNullElse(all, "");
        this.act = Objects.requireNonNullElse(act, "");
    }

    boolean everything() {
        return all.equals("true");
    }

    /** The list that it was chosen from. */
    ListRequest list() {
        return BatchQuery.read(query).orElseGet(() -> BatchQuery.read("").orElseThrow());
    }

    boolean isEmpty() {
        return everything() ? BatchQuery.read(query).isEmpty() : domain.isEmpty();
    }

    Selection selection() {
        return everything() ? new Selection.Matching(BatchQuery.read(query).orElseThrow()) : Selection.Named.of(domain);
    }
}
