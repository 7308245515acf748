package mtasts.estate;

import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.MxHost;
import mtasts.domain.MxHosts;
import mtasts.domain.Proposal;
import mtasts.domain.Providers;
import mtasts.domain.TypedName;
import mtasts.policy.Draft;
import mtasts.policy.Drafts;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Versions;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.Policy;
import mtasts.web.Listing;
import mtasts.web.Mark;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what would come of a registration, before anything is saved. */
@Component
class Judging {

    private static final Words BECOMES_DRAFT = Words.of("estate.register.proposal.then");
    private static final Words BECOMES_DRAFT_INSTEAD = Words.of("estate.register.proposal.then-instead");

    private final Domains domains;
    private final Versions versions;
    private final Drafts drafts;
    private final Providers providers;

    Judging(Domains domains, Versions versions, Drafts drafts, Providers providers) {
        this.domains = domains;
        this.versions = versions;
        this.drafts = drafts;
        this.providers = providers;
    }

    /**
     * What is to be shown beside the form.
     *
     * @param name the domain that is meant, as far as it is understood
     * @param offered what was typed, where another name is offered for it
     * @param asTyped what was typed as a name, where another is offered and it is one
     * @param known a sentence where the name is registered or was removed
     * @param hosts as they were read
     * @param proposal {@code null} where there is none
     * @param text of the policy that is proposed, in the mode that the draft takes
     * @param becomes what becomes of it when the button is pressed, {@code null} where that is refused
     */
    record Judged(
            @Nullable DomainName name,
            @Nullable String offered,
            @Nullable DomainName asTyped,
            @Nullable Words known,
            MxHosts hosts,
            @Nullable Proposal proposal,
            @Nullable Listing text,
            @Nullable Words becomes) {

        public Mark good() {
            return proposal != null && proposal.covered() == proposal.hosts() ? Mark.OK : Mark.ADVICE;
        }

        public Mark bad() {
            return Mark.INVALID;
        }
    }

    Judged judge(RegisterForm form) {
        var hosts = MxHosts.read(form.hosts());
        return switch (form.typedName()) {
            case TypedName.Understood understood -> named(understood.name(), null, null, hosts);
            case TypedName.Offered offered ->
                named(offered.name(), offered.typed(), offered.asTyped().orElse(null), hosts);
            case TypedName.Refused refused -> {
                var proposal = proposal(hosts);
                var becomes = form.name().isBlank() ? BECOMES_DRAFT : null;
                yield new Judged(null, null, null, null, hosts, proposal, text(proposal, Mode.TESTING), becomes);
            }
        };
    }

    private Judged named(DomainName name, @Nullable String offered, @Nullable DomainName asTyped, MxHosts hosts) {
        var domain = domains.everRegistered(name).orElse(null);
        var known = domain == null ? null : known(domain);
        if (domain == null || domain.sample()) {
            var proposal = proposal(hosts);
            var becomes = domain == null ? BECOMES_DRAFT : null;
            return new Judged(name, offered, asTyped, known, hosts, proposal, text(proposal, Mode.TESTING), becomes);
        }
        var current = versions.current(domain);
        var draft = drafts.of(domain);
        if (domain.removed()
                && current.filter(version -> goesOn(version, hosts)).isPresent()) {
            var becomes =
                    Words.of("estate.register.proposal.goes-on", current.get().number(), draft.isPresent() ? 1 : 0);
            return new Judged(name, offered, asTyped, known, hosts, null, null, becomes);
        }
        var proposal = proposal(hosts);
        var becomes = draft.isPresent() ? BECOMES_DRAFT_INSTEAD : BECOMES_DRAFT;
        return new Judged(
                name,
                offered,
                asTyped,
                known,
                hosts,
                proposal,
                text(proposal, Draft.mode(current)),
                domain.removed() ? becomes : null);
    }

    private static boolean goesOn(PolicyVersion version, MxHosts hosts) {
        return !hosts.hosts().isEmpty() && Registering.protects(version, names(hosts));
    }

    private static List<DomainName> names(MxHosts hosts) {
        return hosts.hosts().stream().map(MxHost::name).toList();
    }

    private @Nullable Proposal proposal(MxHosts hosts) {
        return hosts.hosts().isEmpty() ? null : Proposal.of(names(hosts), providers);
    }

    private static Words known(Domain domain) {
        var name = domain.name().ascii();
        if (domain.sample()) {
            return Words.of("estate.register.sample", name);
        }
        return domain.removed()
                ? Words.of("estate.register.removed", name)
                : Words.of("estate.register.known", name, Words.link("/domains/" + name, "estate.register.open"));
    }

    private static @Nullable Listing text(@Nullable Proposal proposal, Mode mode) {
        return proposal == null
                ? null
                : Listing.of(Words.of("estate.register.text"), new Policy(mode, proposal.mx(), MaxAge.WEEK).text());
    }
}
