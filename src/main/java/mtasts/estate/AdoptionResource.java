package mtasts.estate;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mtasts.domain.Domains;
import mtasts.policy.Adoption.Outcome;
import mtasts.policy.Draft;
import mtasts.policy.PolicyFindings;
import mtasts.policy.Publication;
import mtasts.policy.PublicationJson;
import mtasts.policy.VersionJson;
import mtasts.rfc8461.DomainName;
import mtasts.web.ApiErrors;
import mtasts.web.ApiFinding;
import mtasts.web.ApiProblem;
import mtasts.web.ApiText;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adopting the policy that a domain has already. */
@RestController
class AdoptionResource {

    private final Adopting adopting;
    private final AdopteeReader reader;
    private final PublicationJson publication;
    private final PolicyFindings findings;
    private final Domains domains;

    AdoptionResource(
            Adopting adopting,
            AdopteeReader reader,
            PublicationJson publication,
            PolicyFindings findings,
            Domains domains) {
        this.adopting = adopting;
        this.reader = reader;
        this.publication = publication;
        this.findings = findings;
        this.domains = domains;
    }

    /**
     * What is up today.
     *
     * @param text of the file, to the octet
     * @param id that the {@code _mta-sts} record says
     * @param since RFC 3339 or a day in UTC; not in the future
     * @param earlierMaxAge the longest of the texts before in seconds, 0 where there was none; left out where nobody knows,
     *     which counts as one year
     * @param mxHosts as for registering; left out, those of a domain that is registered stay
     * @param place {@code here} or {@code elsewhere}, where the file is to be served from now on; the latter when it is left
     *     out
     */
    record AdoptionRequest(
            @Nullable String name,
            @Nullable String text,
            @Nullable String id,
            @Nullable String since,
            @Nullable Long earlierMaxAge,
            @Nullable List<String> mxHosts,
            @Nullable List<String> tags,
            @Nullable String place) {}

    /**
     * What is kept of a text that no sender can follow.
     *
     * @param mode of every draft of a domain without versions; that of the text is in the note
     * @param mx of the text's {@code mx} lines, as they are
     * @param maxAge likewise, as it is; a week where the text has none
     * @param note what was sent: id, since and earlier {@code max_age}, and the text itself
     * @param textKept whether the note holds all of the text; else the first 2,000 characters of it all, and what cannot be seen
     *     is named
     * @param findings about the draft, and not about the text
     */
    record KeptJson(
            String mode, List<String> mx, String maxAge, String note, boolean textKept, List<ApiFinding> findings) {}

    /**
     * What became of it: the version, or what is kept of a text in a draft.
     *
     * @param adopted whether it is version 1 now; else it is a draft, because no sender can follow it
     * @param number {@code null}, as the rest of the version, where it is a draft
     * @param mode {@code testing}, {@code enforce} or {@code none}; {@code null} where it is a draft
     * @param maxAge in seconds
     * @param adoptedSince since when it is up, {@code null} where that is not known
     * @param findings about the text that was sent
     * @param draft what is kept of it, {@code null} where it was adopted
     */
    record AdoptionJson(
            boolean adopted,
            @Nullable Integer number,
            @Nullable String id,
            @Nullable String text,
            @Nullable String mode,
            @Nullable List<String> mx,
            @Nullable Long maxAge,
            @Nullable Instant publishedAt,
            @Nullable String author,
            @Nullable Instant adoptedSince,
            @Nullable Long earlierMaxAge,
            List<ApiFinding> findings,
            @Nullable KeptJson draft) {

        static AdoptionJson of(VersionJson version, List<ApiFinding> findings) {
            return new AdoptionJson(
                    true,
                    version.number(),
                    version.id(),
                    version.text(),
                    version.mode(),
                    version.mx(),
                    version.maxAge(),
                    version.publishedAt(),
                    version.author(),
                    version.adoptedSince(),
                    version.earlierMaxAge(),
                    findings,
                    null);
        }

        static AdoptionJson drafted(List<ApiFinding> findings, KeptJson draft) {
            return new AdoptionJson(false, null, null, null, null, null, null, null, null, null, null, findings, draft);
        }
    }

    /** Makes what is up version 1, to the octet; or a draft, where no sender can follow it. */
    @PostMapping(path = "/api/v1/adoptions", consumes = "application/json", produces = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AdoptionJson> adopt(@RequestBody AdoptionRequest request) {
        var errors = ApiErrors.none();
        var form = new AdoptForm(
                request.name(),
                request.text(),
                request.id(),
                request.since(),
                request.earlierMaxAge() == null ? null : request.earlierMaxAge().toString(),
                ApiText.joined(request.mxHosts(), "\n"),
                ApiText.joined(request.tags(), " "),
                request.place());
        var adoptee = reader.read(form, errors);
        ApiErrors.refuse(errors, Map.of("hosts", "mxHosts", "earlier", "earlierMaxAge"));
        return answer(Objects.requireNonNull(adoptee));
    }

    private ResponseEntity<AdoptionJson> answer(Adoptee adoptee) {
        var name = adoptee.name();
        return switch (adopting.adopt(adoptee)) {
            case Outcome.Adopted adopted -> {
                var said = publication.answer(new Publication.Published(adopted.version()), name);
                var about = publication.findings(findings.current(domains.require(name)));
                yield ResponseEntity.status(HttpStatus.CREATED)
                        .location(Objects.requireNonNull(said.getHeaders().getLocation()))
                        .header(
                                HttpHeaders.ETAG,
                                Objects.requireNonNull(said.getHeaders().getETag()))
                        .body(AdoptionJson.of(Objects.requireNonNull(said.getBody()), about));
            }
            case Outcome.Drafted drafted ->
                ResponseEntity.created(URI.create("/api/v1/domains/" + name.ascii() + "/draft"))
                        .eTag(publication.tagOfFirst(drafted.draft()).text())
                        .body(AdoptionJson.drafted(
                                publication.findings(drafted.findings()), kept(adoptee, drafted.draft())));
            case Outcome.Already already -> throw refused("adoption.already", name);
            case Outcome.Refused refused ->
                throw refused("adoption.has-versions", name)
                        .with("currentVersion", refused.current().number());
        };
    }

    private KeptJson kept(Adoptee adoptee, Draft draft) {
        var typed = draft.typed();
        return new KeptJson(
                Draft.mode(Optional.empty()).text(),
                typed.mx(),
                typed.maxAge(),
                typed.note(),
                adoptee.live().fitsIntoNote(),
                publication.findings(findings.draft(domains.require(adoptee.name()))));
    }

    private static ApiProblem refused(String code, DomainName name) {
        return ApiProblem.conflict(code, Words.of("estate.api." + code, name.ascii()));
    }
}
