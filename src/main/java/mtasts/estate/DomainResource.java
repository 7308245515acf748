package mtasts.estate;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mtasts.domain.Amending;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.estate.Registering.Outcome;
import mtasts.policy.Removal;
import mtasts.policy.Standings;
import mtasts.rfc8461.DomainName;
import mtasts.web.ApiErrors;
import mtasts.web.ApiProblem;
import mtasts.web.ApiText;
import mtasts.web.PageRequest;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registering, finding, changing and removing domains. */
@RestController
@RequestMapping(path = "/api/v1/domains", produces = "application/json")
class DomainResource {

    private final Domains domains;
    private final Standings standings;
    private final Registering registering;
    private final RegistrationReader reader;
    private final Amending amending;
    private final Removal removal;
    private final DomainList list;
    private final DomainItems items;
    private final Clock clock;

    DomainResource(
            Domains domains,
            Standings standings,
            Registering registering,
            RegistrationReader reader,
            Amending amending,
            Removal removal,
            DomainList list,
            DomainItems items,
            Clock clock) {
        this.domains = domains;
        this.standings = standings;
        this.registering = registering;
        this.reader = reader;
        this.amending = amending;
        this.removal = removal;
        this.list = list;
        this.items = items;
        this.clock = clock;
    }

    /**
     * A domain to be registered.
     *
     * @param mxHosts with or without preference; a single dot where no mail is taken; none where they are not known yet
     * @param place {@code here} or {@code elsewhere}; as the settings say when it is left out
     */
    record DomainRequest(
            @Nullable String name,
            @Nullable List<String> mxHosts,
            @Nullable List<String> tags,
            @Nullable String note,
            @Nullable String place) {}

    /**
     * What is to change; what is left out stays.
     *
     * @param place {@code here} or {@code elsewhere}
     */
    record DomainPatch(
            @Nullable List<String> mxHosts,
            @Nullable List<String> tags,
            @Nullable String note,
            @Nullable String place,
            @Nullable String policyHostTarget,
            @Nullable String reportAddress) {}

    /** Some of the domains that were asked for. */
    record DomainsJson(List<DomainJson> items, int page, int size, long total) {}

    /** Registers a domain, with a draft as it is proposed for its MX hosts. */
    @PostMapping(consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DomainJson> register(@RequestBody DomainRequest request) {
        var errors = ApiErrors.none();
        var hosts = ApiText.joined(request.mxHosts(), "\n");
        var form = new RegisterForm(
                request.name(),
                hosts,
                request.place(),
                ApiText.joined(request.tags(), " "),
                request.note(),
                null,
                Objects.requireNonNullElse(hosts, "").isBlank() ? "none" : null);
        var registration = reader.read(form, errors);
        ApiErrors.refuse(errors, Map.of("hosts", "mxHosts"));
        var name = Objects.requireNonNull(registration).name();
        if (registering.register(registration) instanceof Outcome.Already already) {
            if (already.sample()) {
                throw ApiProblem.conflict("domain.sample", Words.of("estate.register.sample", name.ascii()));
            }
            throw ApiProblem.conflict("domain.registered", Words.of("estate.api.registered", name.ascii()));
        }
        var answer = ResponseEntity.created(URI.create("/api/v1/domains/" + name.ascii()));
        return answer(answer, domains.require(name));
    }

    /**
     * The domains that are registered.
     *
     * @param q a part of the name, of an MX host or of a provider; one or two characters are looked for in names alone
     * @param stage {@code unpublished}, {@code testing}, {@code due}, {@code enforce}, {@code retiring} or
     *     {@code retired}
     * @param finding a code, {@code danger} or {@code advice}
     * @param sort {@code urgency}, {@code name} or {@code changed}
     * @param page from 1
     * @param size 1 to 200, 50 when it is left out
     */
    @GetMapping
    DomainsJson find(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String finding,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        var asked = PageRequest.asked(page, size);
        var request = ListRequest.of(q, stage, tag, finding, sort, asked);
        request.refuse(stage, sort);
        return new DomainsJson(items.of(request), asked.page(), asked.size(), list.total(request));
    }

    /** One domain. */
    @GetMapping("/{name}")
    ResponseEntity<DomainJson> get(@PathVariable DomainName name) {
        return answer(ResponseEntity.ok(), domains.require(name));
    }

    /** Changes what is named; what is left out stays. */
    @PatchMapping(path = "/{name}", consumes = "application/json")
    ResponseEntity<DomainJson> change(
            @PathVariable DomainName name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DomainPatch patch) {
        var domain = known(name, ifMatch);
        amending.amend(
                name,
                domain.lock(),
                new Amending.Amendment(
                        ApiText.joined(patch.mxHosts(), "\n"),
                        patch.place(),
                        ApiText.joined(patch.tags(), " "),
                        patch.note(),
                        patch.policyHostTarget(),
                        patch.reportAddress()));
        return answer(ResponseEntity.ok(), domains.require(name));
    }

    /**
     * Removes it where no sender can hold its policy; in spite of that with a reason.
     *
     * @param reason why before its time, at most 2,000 characters
     */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable DomainName name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable String reason) {
        var domain = known(name, ifMatch);
        var why = ApiText.kept("reason", reason);
        if (why != null) {
            removal.removeAnyway(name, why);
        } else if (removal.remove(name) == Removal.Outcome.HELD) {
            var standing = standings.of(domain);
            var problem = ApiProblem.conflict("domain.held", Words.of("estate.api.held"));
            if (standing.latestHorizon() != null && !standing.horizonUnknown()) {
                problem.with("until", standing.latestHorizon());
            }
            throw problem;
        }
    }

    /** Undoes a removal within 30 days. */
    @PostMapping("/{name}/restoration")
    ResponseEntity<DomainJson> restore(@PathVariable DomainName name) {
        return switch (removal.undo(name)) {
            case RESTORED -> answer(ResponseEntity.ok(), domains.require(name));
            case NOT_REMOVED -> throw ApiProblem.conflict("domain.not-removed", Words.of("estate.api.not-removed"));
            case TOO_LATE -> throw ApiProblem.conflict("domain.restore-too-late", Words.of("estate.api.too-late"));
        };
    }

    private Domain known(DomainName name, @Nullable String ifMatch) {
        var domain = domains.require(name);
        DomainJson.tag(domain, standings.of(domain), clock.instant()).require(ifMatch);
        return domain;
    }

    private ResponseEntity<DomainJson> answer(ResponseEntity.BodyBuilder answer, Domain domain) {
        var standing = standings.of(domain);
        var now = clock.instant();
        return answer.eTag(DomainJson.tag(domain, standing, now).text()).body(DomainJson.of(domain, standing, now));
    }
}
