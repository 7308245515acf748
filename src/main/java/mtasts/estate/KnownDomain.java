package mtasts.estate;

import java.util.List;
import java.util.stream.Stream;
import mtasts.domain.MxHost;
import mtasts.domain.MxHosts;
import mtasts.estate.Registering.Registration;
import mtasts.web.Words;

/**
 * A domain that is not new to an import, as it is here.
 *
 * @param hosts as {@link MxHost#text}
 */
record KnownDomain(boolean removed, boolean sample, boolean takesMail, List<String> hosts, List<String> tags) {

    private static final int MOST_NAMED = 5;

    /** That nothing is changed, and what the row has otherwise; of what it leaves out nothing is said. */
    Words staysThough(Registration row) {
        var said = Words.of("estate.import.stays");
        if (row.hosts().noMail() || !row.hosts().isEmpty()) {
            said = with(said, "hosts", here(row.hosts()), given(row.hosts()));
        }
        return row.tags().values().isEmpty()
                ? said
                : with(said, "tags", tags, List.copyOf(row.tags().values()));
    }

    private static Words with(Words said, String what, List<?> here, List<?> given) {
        var onlyHere = without(here, given);
        var onlyGiven = without(given, here);
        return onlyHere.isEmpty() && onlyGiven.isEmpty()
                ? said
                : Words.of(
                        "estate.import.both",
                        said,
                        Words.of("estate.import.differ." + what, named(onlyHere), named(onlyGiven)));
    }

    /** Preferences count where the row has any. */
    private List<?> here(MxHosts row) {
        if (!takesMail) {
            return List.of(noMail());
        }
        boolean preferences = row.hosts().stream().anyMatch(host -> host.preference() != null);
        return preferences
                ? hosts
                : hosts.stream()
                        .map(host -> host.substring(host.indexOf(' ') + 1))
                        .toList();
    }

    private static List<?> given(MxHosts row) {
        return row.noMail()
                ? List.of(noMail())
                : row.hosts().stream().map(MxHost::text).toList();
    }

    private static Words noMail() {
        return Words.of("estate.import.differ.no-mail");
    }

    private static List<Object> without(List<?> some, List<?> others) {
        return some.stream()
                .filter(each -> !others.contains(each))
                .map(Object.class::cast)
                .toList();
    }

    private static Object named(List<Object> some) {
        if (some.isEmpty()) {
            return Words.of("estate.import.differ.nothing");
        }
        int more = some.size() - MOST_NAMED;
        return more <= 0
                ? some
                : Stream.concat(some.stream().limit(MOST_NAMED), Stream.of(Words.of("estate.import.differ.more", more)))
                        .toList();
    }
}
