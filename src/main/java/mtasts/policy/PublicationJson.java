package mtasts.policy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Finding;
import mtasts.web.ApiFinding;
import mtasts.web.ApiProblem;
import mtasts.web.EntityTag;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the API answers when something was to be published: 201 with the version, or why not. */
@Component
public class PublicationJson {

    private final Wording wording;

    PublicationJson(Wording wording) {
        this.wording = wording;
    }

    /**
     * Answers a request that publishes.
     *
     * @throws ApiProblem 409 where the state does not allow it, 422 where the text is invalid
     */
    public ResponseEntity<VersionJson> answer(Publication publication, DomainName name) {
        return switch (publication) {
            case Publication.Published published -> created(name, published.version());
            case Publication.AlreadyPublished already -> throw refused("published-already");
            case Publication.NothingToPublish nothing -> throw refused("nothing-to-publish");
            case Publication.Invalid invalid ->
                throw ApiProblem.content("policy.invalid", Words.of("policy.api.invalid"))
                        .with("findings", findings(invalid.findings()));
            case Publication.ReasonNeeded needed ->
                throw refused("reason-needed").with("findings", findings(needed.findings()));
            case Publication.Overtaken overtaken -> throw refused("overtaken");
            case Publication.DraftChanged changed ->
                throw refused(changed.draft() == null ? "no-draft" : "draft-changed");
            case Publication.ClockBehind behind -> throw refused("clock-behind").with("latest", behind.latest());
            case Publication.ThroughPromotion through -> throw refused("through-promotion");
            case Publication.ThroughRetiring through -> throw refused("through-retirement");
        };
    }

    /** The tag of the draft of a domain that has no version. */
    public EntityTag tagOfFirst(Draft draft) {
        return DraftResource.tag(draft, Optional.empty());
    }

    /** Findings in the words of the pages. */
    public List<ApiFinding> findings(List<Finding> findings) {
        return ApiFinding.of(findings, wording);
    }

    private static ResponseEntity<VersionJson> created(DomainName name, PolicyVersion version) {
        var json = VersionJson.of(version);
        return ResponseEntity.created(URI.create("/api/v1/domains/" + name.ascii() + "/versions/" + version.number()))
                .eTag(json.tag().text())
                .body(json);
    }

    /** A conflict whose sentence stands under {@code policy.api.<code>}. */
    static ApiProblem refused(String code, Object... arguments) {
        return ApiProblem.conflict("policy." + code, Words.of("policy.api." + code, arguments));
    }
}
