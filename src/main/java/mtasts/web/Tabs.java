package mtasts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one thing, in a row.
 *
 * @param label what they belong to, such as a domain's name
 */
public record Tabs(Object label, List<Tab> tabs) {

    /**
     * One of them.
     *
     * @param count a small number or few words beside the name
     */
    public record Tab(
            Words words,
            String href,
            boolean current,
            @Nullable Object count) {}
}
