package mtasts.estate;

import java.util.List;
import mtasts.domain.MxHost;
import mtasts.domain.MxHosts;
import mtasts.domain.Place;
import mtasts.domain.Proposal;
import mtasts.domain.Providers;
import mtasts.domain.Tags;
import mtasts.domain.TypedName;
import mtasts.estate.Registering.Registration;
import mtasts.rfc8461.DomainName;
import mtasts.web.FreeText;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/** What a row says, as far as that can be told from the row alone. */
sealed interface ImportJudgement {

    /**
     * It can be registered.
     *
     * @param typed what stands there in the place of the name, fit to be shown
     */
    record Readable(Registration registration, String typed) implements ImportJudgement {

        String name() {
            return registration.name().ascii();
        }

        /** What is said of the row: first how its name is read, where that is another text. */
        @Nullable
        Words saying(@Nullable Words more) {
            var plain = typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed;
            if (plain.equalsIgnoreCase(name())) {
                return more;
            }
            var readAs = Words.of("estate.import.read-as", typed, name());
            return more == null ? readAs : Words.of("estate.import.both", readAs, more);
        }
    }

    /**
     * It cannot.
     *
     * @param code stable: {@code import.name}, {@code import.mx}, {@code import.tags}, {@code import.fields}, {@code
     *     import.twice}
     */
    record Refused(String code, Words why) implements ImportJudgement {}

    static ImportJudgement of(ImportRow row, Place place) {
        if (row.fields() > row.columns()) {
            return new Refused("import.fields", Words.of("estate.import.fields", row.fields(), row.columns()));
        }
        return switch (TypedName.read(row.domain())) {
            case TypedName.Refused refused -> new Refused("import.name", refused.why());
            case TypedName.Offered offered ->
                new Refused(
                        "import.name",
                        Words.of(
                                "estate.register.offered",
                                offered.typed(),
                                offered.name().ascii()));
            case TypedName.Understood understood ->
                row.first() > 0
                        ? new Refused("import.twice", Words.of("estate.import.twice", row.first()))
                        : of(understood.name(), row, place);
        };
    }

    private static ImportJudgement of(DomainName name, ImportRow row, Place place) {
        var hosts = MxHosts.read(row.mx());
        if (!hosts.problems().isEmpty()) {
            return new Refused("import.mx", hosts.problems().getFirst().says());
        }
        var tags = Tags.read(row.tags());
        if (!tags.objections().isEmpty()) {
            return new Refused("import.tags", tags.objections().getFirst());
        }
        return new Readable(new Registration(name, hosts, place, "", tags), FreeText.shown(row.domain()));
    }

    /** What will be proposed for it. */
    static Words proposed(Registration registration, Providers providers) {
        var hosts = registration.hosts();
        if (hosts.noMail()) {
            return Words.of("estate.import.no-mail");
        }
        if (hosts.hosts().isEmpty()) {
            return Words.of("estate.import.no-hosts");
        }
        var proposal = Proposal.of(hosts.hosts().stream().map(MxHost::name).toList(), providers);
        return Words.of(
                "estate.import.proposed",
                proposal.providers().isEmpty() ? Words.of("estate.list.own-hosts") : List.copyOf(proposal.providers()),
                proposal.covered(),
                proposal.hosts());
    }
}
