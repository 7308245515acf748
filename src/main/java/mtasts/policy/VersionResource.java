package mtasts.policy;

import java.util.List;
import java.util.Locale;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import mtasts.web.ApiProblem;
import mtasts.web.ApiText;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was published of a domain, publishing the draft, giving the policy up, and what people say is up outside. */
@RestController
@RequestMapping(path = "/api/v1/domains/{name}", produces = "application/json")
class VersionResource {

    private final Domains domains;
    private final Versions versions;
    private final Drafts drafts;
    private final Publishing publishing;
    private final Restoring restoring;
    private final Retiring retiring;
    private final Confirming confirming;
    private final PublicationJson publication;
    private final Wording wording;

    VersionResource(
            Domains domains,
            Versions versions,
            Drafts drafts,
            Publishing publishing,
            Restoring restoring,
            Retiring retiring,
            Confirming confirming,
            PublicationJson publication,
            Wording wording) {
        this.domains = domains;
        this.versions = versions;
        this.drafts = drafts;
        this.publishing = publishing;
        this.restoring = restoring;
        this.retiring = retiring;
        this.confirming = confirming;
        this.publication = publication;
        this.wording = wording;
    }

    /** Newest first. */
    record VersionsJson(List<VersionJson> items) {}

    /** How one version's text became another's. */
    record DifferenceJson(int from, int to, boolean lineEndsOnly, List<LineJson> lines) {}

    /** @param kind {@code same}, {@code added} or {@code removed} */
    record LineJson(String kind, String text) {}

    /** @param what {@code file} or {@code records} */
    record ConfirmationRequest(@Nullable String what) {}

    /** What a draft cannot hold of a version that was restored. */
    record RestoredJson(List<String> mx, long maxAge, List<String> lost) {}

    /** Every version ever published, newest first. */
    @GetMapping("/versions")
    VersionsJson all(@PathVariable DomainName name) {
        return new VersionsJson(
                versions.of(domains.require(name)).stream().map(VersionJson::of).toList());
    }

    /**
     * Publishes the draft.
     *
     * @param ifMatch the tag of the draft that was looked at, where only that is to be published
     */
    @PostMapping("/versions")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<VersionJson> publish(
            @PathVariable DomainName name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ReasonRequest request) {
        var domain = domains.require(name);
        var current = versions.current(domain);
        var draft = drafts.of(domain).orElseThrow(() -> PublicationJson.refused("no-draft"));
        DraftResource.tag(draft, current).requireWhereGiven(ifMatch);
        return publication.answer(
                publishing.publishDraft(
                        name,
                        current.map(PolicyVersion::number).orElse(0),
                        draft.lock(),
                        draft.typed().note(),
                        ReasonRequest.kept(request)),
                name);
    }

    /** One version. */
    @GetMapping("/versions/{number}")
    ResponseEntity<VersionJson> one(@PathVariable DomainName name, @PathVariable int number) {
        return answer(find(domains.require(name), number));
    }

    /** What differs between two versions, line by line. */
    @GetMapping("/versions/{from}/diff/{to}")
    DifferenceJson difference(@PathVariable DomainName name, @PathVariable int from, @PathVariable int to) {
        var domain = domains.require(name);
        var difference =
                Difference.between(find(domain, from).text(), find(domain, to).text());
        return new DifferenceJson(
                from,
                to,
                difference.lineEndsOnly(),
                difference.lines().stream()
                        .map(line -> new LineJson(line.kind().name().toLowerCase(Locale.ROOT), line.text()))
                        .toList());
    }

    /**
     * Copies a version into the draft.
     *
     * @param ifMatch the tag of the open draft that goes; none where none is open
     */
    @PostMapping("/versions/{number}/restore")
    ResponseEntity<RestoredJson> restore(
            @PathVariable DomainName name,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var domain = domains.require(name);
        var current = versions.current(domain);
        var open = drafts.of(domain);
        open.ifPresent(draft -> DraftResource.tag(draft, current).require(ifMatch));
        if (Drafting.saysTheSame(domain, current, Typed.of(find(domain, number).policy()))) {
            throw PublicationJson.refused("nothing-to-publish");
        }
        return switch (restoring.restore(name, number, open.map(Draft::lock).orElse(null))) {
            case Restoring.Outcome.Restored restored ->
                ResponseEntity.ok()
                        .eTag(DraftResource.tag(restored.draft(), current).text())
                        .body(new RestoredJson(
                                restored.draft().typed().mx(),
                                find(domain, number).maxAge().seconds(),
                                restored.lost().stream().map(wording::text).toList()));
            case Restoring.Outcome.Same same -> throw PublicationJson.refused("nothing-to-publish");
            case Restoring.Outcome.Changed changed -> throw PublicationJson.refused("draft-changed");
            case Restoring.Outcome.NoSuchVersion none -> throw noSuchVersion();
        };
    }

    /** The current version. */
    @GetMapping("/policy")
    ResponseEntity<VersionJson> current(@PathVariable DomainName name) {
        return answer(versions.current(domains.require(name)).orElseThrow(VersionResource::nothingPublished));
    }

    /** Publishes {@code none}, which gives the policy up in the safe order (RFC 8461 §8.3). */
    @PostMapping("/retirement")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<VersionJson> retire(
            @PathVariable DomainName name, @RequestBody(required = false) @Nullable ReasonRequest request) {
        var current = versions.current(domains.require(name)).orElseThrow(VersionResource::nothingPublished);
        return publication.answer(retiring.retire(name, current.number(), ReasonRequest.kept(request)), name);
    }

    /** Says of the current version that its file or its DNS records are up. */
    @PostMapping("/confirmations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable DomainName name, @RequestBody ConfirmationRequest request) {
        int number = versions.current(domains.require(name))
                .orElseThrow(VersionResource::nothingPublished)
                .number();
        var outcome = switch (request.what()) {
            case "file" -> confirming.fileIsUp(name, number);
            case "records" -> confirming.recordsCreated(name);
            case null, default -> throw ApiText.refused("what", Words.of("policy.api.confirm-what"));
        };
        switch (outcome) {
            case CONFIRMED, ALREADY -> {}
            case NOT_CURRENT, OTHER_RECORDS -> throw PublicationJson.refused("overtaken");
            case RECORDS_MISSING -> throw PublicationJson.refused("records-missing", confirming.missing(name));
            case FILE_FIRST -> throw PublicationJson.refused("file-first");
        }
    }

    private static ResponseEntity<VersionJson> answer(PolicyVersion version) {
        var json = VersionJson.of(version);
        return ResponseEntity.ok().eTag(json.tag().text()).body(json);
    }

    private PolicyVersion find(Domain domain, int number) {
        return versions.find(domain, number).orElseThrow(VersionResource::noSuchVersion);
    }

    private static ApiProblem noSuchVersion() {
        return ApiProblem.notFound("policy.no-version", Words.of("policy.api.no-version"));
    }

    private static ApiProblem nothingPublished() {
        return ApiProblem.notFound("policy.none", Words.of("policy.api.none"));
    }
}
