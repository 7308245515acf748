package mtasts.policy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.web.ApiFinding;
import mtasts.web.ApiProblem;
import mtasts.web.ApiText;
import mtasts.web.EntityTag;
import mtasts.web.FreeText;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The draft of a domain. */
@RestController
@RequestMapping(path = "/api/v1/domains/{name}/draft", produces = "application/json")
class DraftResource {

    private final Domains domains;
    private final Versions versions;
    private final Drafts drafts;
    private final Drafting drafting;
    private final PublicationJson publication;

    DraftResource(Domains domains, Versions versions, Drafts drafts, Drafting drafting, PublicationJson publication) {
        this.domains = domains;
        this.versions = versions;
        this.drafts = drafts;
        this.drafting = drafting;
        this.publication = publication;
    }

    /**
     * What the next version is to say.
     *
     * @param mode the current version's, or {@code testing}: it changes by promotion and retirement only
     * @param maxAge in seconds; a week when it is left out
     */
    record DraftRequest(
            @Nullable String mode,
            @Nullable List<String> mx,
            @Nullable Long maxAge,
            @Nullable String note) {}

    /**
     * A draft, the text that it makes, and what there is to say about it.
     *
     * @param mode {@code testing}, {@code enforce} or {@code none}
     * @param maxAge in seconds; {@code null} where none was typed
     */
    record DraftJson(
            String mode,
            List<String> mx,
            @Nullable Long maxAge,
            String note,
            Instant savedAt,
            String savedBy,
            String text,
            List<ApiFinding> findings) {}

    /** The open draft, with the text that it makes and what there is to say about it. */
    @GetMapping
    ResponseEntity<DraftJson> get(@PathVariable DomainName name) {
        var domain = domains.require(name);
        return answer(HttpStatus.OK, domain, drafts.of(domain).orElseThrow(DraftResource::none));
    }

    /**
     * Saves a draft, valid or not.
     *
     * @param ifMatch the tag of the open draft that was seen; none where none is open
     */
    @PutMapping(consumes = "application/json")
    ResponseEntity<DraftJson> put(
            @PathVariable DomainName name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DraftRequest request) {
        var domain = domains.require(name);
        var current = versions.current(domain);
        var open = drafts.of(domain);
        if (open.isPresent()) {
            tag(open.get(), current).require(ifMatch);
        } else if (ifMatch != null) {
            throw new ApiProblem(HttpStatus.PRECONDITION_FAILED, "policy.no-draft", Words.of("policy.api.no-draft"));
        }
        var typed = read(request, current);
        if (Drafting.saysTheSame(domain, current, typed)) {
            throw PublicationJson.refused("nothing-to-publish");
        }
        return switch (drafting.save(
                name,
                current.map(PolicyVersion::number).orElse(0),
                open.map(Draft::lock).orElse(null),
                typed)) {
            case Saving.Saved saved ->
                answer(open.isPresent() ? HttpStatus.OK : HttpStatus.CREATED, domain, saved.draft());
            case Saving.Same same -> throw PublicationJson.refused("nothing-to-publish");
            case Saving.Changed changed -> throw ApiProblem.changed();
            case Saving.Overtaken overtaken -> throw ApiProblem.changed();
        };
    }

    /** Throws the draft away; what is published stays. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable DomainName name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var domain = domains.require(name);
        var draft = drafts.of(domain).orElseThrow(DraftResource::none);
        tag(draft, versions.current(domain)).require(ifMatch);
        if (!drafting.discard(name, draft.lock())) {
            throw ApiProblem.changed();
        }
    }

    private static Typed read(DraftRequest request, Optional<PolicyVersion> current) {
        var mode = Draft.mode(current).text();
        if (request.mode() != null && !request.mode().equals(mode)) {
            throw PublicationJson.refused("draft-mode").with("mode", mode);
        }
        var mx = Objects.requireNonNullElse(request.mx(), List.<String>of());
        if (mx.size() > PolicyForm.MOST_LINES) {
            throw ApiProblem.content("policy.mx.many", Words.of("policy.blocked.many", PolicyForm.MOST_LINES));
        }
        for (var line : mx) {
            FreeText.objectionToLine(Objects.requireNonNullElse(line, ""), PolicyForm.LONGEST_LINE)
                    .ifPresent(words -> {
                        throw ApiText.refused("mx", words);
                    });
        }
        var note = Objects.requireNonNullElse(ApiText.kept("note", request.note()), "");
        long maxAge = Objects.requireNonNullElse(request.maxAge(), MaxAge.WEEK.seconds());
        return new Typed(
                mx.stream().map(line -> Objects.requireNonNullElse(line, "")).toList(), String.valueOf(maxAge), note);
    }

    private ResponseEntity<DraftJson> answer(HttpStatus status, Domain domain, Draft draft) {
        var current = versions.current(domain);
        var judgement = Judgement.of(draft.typed(), current, domain.hostNames());
        var typed = draft.typed();
        var json = new DraftJson(
                Draft.mode(current).text(),
                typed.mx(),
                typed.readMaxAge().map(MaxAge::seconds).orElse(null),
                typed.note(),
                draft.savedAt(),
                draft.savedBy(),
                judgement.text(),
                publication.findings(judgement.findings()));
        var answer = ResponseEntity.status(status).eTag(tag(draft, current).text());
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create("/api/v1/domains/" + domain.name().ascii() + "/draft"));
        }
        return answer.body(json);
    }

    /** A draft is another one with every save, and says something else to senders with every version. */
    static EntityTag tag(Draft draft, Optional<PolicyVersion> current) {
        return EntityTag.of(
                "d" + draft.lock(), current.map(PolicyVersion::number).orElse(0));
    }

    private static ApiProblem none() {
        return ApiProblem.notFound("policy.no-draft", Words.of("policy.api.no-draft"));
    }
}
