package mtasts.estate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A policy to be adopted, as it is typed or sent.
 *
 * @param text as it is handed out
 * @param id alone, or the whole {@code _mta-sts} record
 * @param since a day in UTC or an instant, empty where it is not known
 * @param earlier the longest {@code max_age} before in seconds, 0 where there was none, empty where it is not known
 * @param hosts as {@link mtasts.domain.MxHosts#read} reads them, empty where they are not known
 * @param place where the file is to be served from now on; elsewhere when empty
 */
record AdoptForm(
        String name, String text, String id, String since, String earlier, String hosts, String tags, String place) {

    AdoptForm(
            @Nullable String name,
            @Nullable String text,
            @Nullable String id,
            @Nullable String since,
            @Nullable String earlier,
            @Nullable String hosts,
            @Nullable String tags,
            @Nullable String place) {
        this.name = Objects.requireNonNullElse(name, "");
        this.text = Objects.requireNonNullElse(text, "");
        this.id = Objects.requireNonNullElse(id, "").strip();
        this.since = Objects.requireNonNullElse(since, "").strip();
        this.earlier = Objects.requireNonNullElse(earlier, "").strip();
        this.hosts = Objects.requireNonNullElse(hosts, "");
        this.tags = Objects.requireNonNullElse(tags, "");
        this.place = Objects.requireNonNullElse(place, "");
    }
}
