package mtasts.estate;

import mtasts.domain.Domains;
import mtasts.domain.MxHosts;
import mtasts.domain.Proposal;
import mtasts.domain.Providers;
import mtasts.domain.TypedName;
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

    private final Domains domains;
    private final Providers providers;

    Judging(Domains domains, Providers providers) {
        this.domains = domains;
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
     * @param text of the policy that is proposed, in testing
     */
    record Judged(
            @Nullable DomainName name,
            @Nullable String offered,
            @Nullable DomainName asTyped,
            @Nullable Words known,
            MxHosts hosts,
            @Nullable Proposal proposal,
            @Nullable Listing text) {

        public Mark good() {
            return proposal != null && proposal.covered() == proposal.hosts() ? Mark.OK : Mark.ADVICE;
        }

        public Mark bad() {
            return Mark.INVALID;
        }
    }

    Judged judge(RegisterForm form) {
        var hosts = MxHosts.read(form.hosts());
        var proposal = hosts.hosts().isEmpty()
                ? null
                : Proposal.of(hosts.hosts().stream().map(host -> host.name()).toList(), providers);
        return switch (form.typedName()) {
            case TypedName.Understood understood ->
                new Judged(understood.name(), null, null, known(understood.name()), hosts, proposal, text(proposal));
            case TypedName.Offered offered ->
                new Judged(
                        offered.name(),
                        offered.typed(),
                        offered.asTyped().orElse(null),
                        known(offered.name()),
                        hosts,
                        proposal,
                        text(proposal));
            case TypedName.Refused refused -> new Judged(null, null, null, null, hosts, proposal, text(proposal));
        };
    }

    private @Nullable Words known(DomainName name) {
        return domains.everRegistered(name)
                .map(domain -> domain.sample()
                        ? Words.of("estate.register.sample", name.ascii())
                        : domain.removed()
                                ? Words.of("estate.register.removed", name.ascii())
                                : Words.of(
                                        "estate.register.known",
                                        name.ascii(),
                                        Words.link("/domains/" + name.ascii(), "estate.register.open")))
                .orElse(null);
    }

    private static @Nullable Listing text(@Nullable Proposal proposal) {
        return proposal == null
                ? null
                : Listing.of(
                        Words.of("estate.register.text"), new Policy(Mode.TESTING, proposal.mx(), MaxAge.WEEK).text());
    }
}
