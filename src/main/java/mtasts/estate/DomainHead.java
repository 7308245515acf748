package mtasts.estate;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import mtasts.domain.Place;
import mtasts.policy.Stage;
import mtasts.web.Rail;
import mtasts.web.Tabs;
import mtasts.web.Tabs.Tab;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What every page of one domain shows at its top; templates know it as {@code head}.
 *
 * @param name the A-label
 * @param unicode the U-label, the same where it has none
 * @param sample whether it is made up for trying things out
 * @param rail its stages; {@code null} where there is nothing to protect and nothing was ever published
 * @param met how many requirements for enforce are met; {@code null} where there is nothing to promote
 * @param versions how many were ever published
 * @param draft whether one is open
 */
public record DomainHead(
        String name,
        String unicode,
        SortedSet<String> tags,
        Place place,
        boolean sample,
        Stage stage,
        @Nullable Rail rail,
        @Nullable Words met,
        int versions,
        boolean draft) {

    /** Whether the name has a form for people that differs. */
    public boolean international() {
        return !unicode.equals(name);
    }

    /**
     * The pages of the domain; the overview alone where there is nothing to protect.
     *
     * @param active {@code overview}, {@code policy}, {@code evidence} or {@code versions}; anything else is none of
     *     them
     */
    public Tabs tabs(String active) {
        var overview = tab("overview", "", active, null);
        if (rail == null) {
            return new Tabs(name, List.of(overview));
        }
        return new Tabs(
                name,
                List.of(
                        overview,
                        tab("policy", "/policy", active, draft ? Words.of("estate.domain.tab.draft") : null),
                        tab("evidence", "/promote", active, met),
                        tab("versions", "/versions", active, versions)));
    }

    private Tab tab(String key, String path, String active, @Nullable Object count) {
        return new Tab(
                Words.of("estate.domain.tab." + key), "/domains/" + name + path, Objects.equals(key, active), count);
    }
}
