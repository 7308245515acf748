package mtasts.promotion;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Publication;
import mtasts.policy.PublicationJson;
import mtasts.policy.ReasonRequest;
import mtasts.policy.Standings;
import mtasts.policy.VersionJson;
import mtasts.policy.Versions;
import mtasts.policy.Word;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.web.ApiProblem;
import mtasts.web.ApiText;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The evidence for enforce, criterion by criterion, and the two deeds. */
@RestController
@RequestMapping(path = "/api/v1/domains/{name}", produces = "application/json")
class PromotionResource {

    private final Domains domains;
    private final Versions versions;
    private final Standings standings;
    private final ReadinessOf readiness;
    private final Promotion promotion;
    private final BackToTesting backToTesting;
    private final PublicationJson publication;
    private final Wording wording;

    PromotionResource(
            Domains domains,
            Versions versions,
            Standings standings,
            ReadinessOf readiness,
            Promotion promotion,
            BackToTesting backToTesting,
            PublicationJson publication,
            Wording wording) {
        this.domains = domains;
        this.versions = versions;
        this.standings = standings;
        this.readiness = readiness;
        this.promotion = promotion;
        this.backToTesting = backToTesting;
        this.publication = publication;
        this.wording = wording;
    }

    /**
     * Whether the domain may go to enforce.
     *
     * @param verdict {@code ready}, {@code not-ready} or {@code unknown}; without a word it is never ready
     * @param due when two weeks of testing are over, {@code null} where the domain is not in testing
     */
    record ReadinessJson(String verdict, @Nullable Instant due, List<CriterionJson> criteria) {}

    /**
     * One of what must be so before a domain goes to enforce.
     *
     * @param code {@code promotion.due}, {@code promotion.every-host-covered}, {@code promotion.no-danger} or
     *     {@code promotion.own-word}
     * @param state {@code met}, {@code not-met} or {@code unknown}
     */
    record CriterionJson(String code, String state, String text, String why) {}

    /**
     * The word of whoever asks for it, and why in spite of what is not met.
     *
     * @param maxAge in seconds; the larger of 1209600 and the present one when it is left out
     */
    record PromotionRequest(
            @Nullable Long maxAge,
            @Nullable Boolean reportsReviewed,
            @Nullable Boolean recordsLive,
            @Nullable Boolean hostsSound,
            @Nullable String reason) {

        Word word() {
            return new Word(
                    Boolean.TRUE.equals(recordsLive),
                    Boolean.TRUE.equals(reportsReviewed),
                    Boolean.TRUE.equals(hostsSound));
        }
    }

    /** Whether the domain may go to enforce, criterion by criterion. */
    @GetMapping("/promotion")
    ReadinessJson look(@PathVariable DomainName name) {
        var domain = domains.require(name);
        return json(domain, readiness.of(domain));
    }

    /** Publishes the current policy in enforce: with the word in full once it is due, else with a reason. */
    @PostMapping(path = "/promotion", consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<VersionJson> promote(@PathVariable DomainName name, @RequestBody PromotionRequest request) {
        var domain = domains.require(name);
        var outcome = promotion.promote(
                name,
                versions.current(domain).map(PolicyVersion::number).orElse(0),
                request.word(),
                ApiText.kept("reason", request.reason()),
                maxAge(request.maxAge()));
        if (outcome instanceof Publication.ReasonNeeded needed) {
            var judged = readiness.of(domain, request.word());
            var problem = ApiProblem.conflict("promotion.unmet", Words.of("promotion.api.unmet"))
                    .with(
                            "criteria",
                            criteria(judged).stream()
                                    .filter(criterion -> !criterion.state().equals("met"))
                                    .toList())
                    .with("findings", publication.findings(needed.findings()));
            var due = standings.of(domain).dueAt();
            throw due == null ? problem : problem.with("due", due);
        }
        return publication.answer(outcome, name);
    }

    /** Publishes the current policy in testing, for a week at a time. */
    @PostMapping("/testing")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<VersionJson> backToTesting(
            @PathVariable DomainName name, @RequestBody(required = false) @Nullable ReasonRequest request) {
        int current = versions.current(domains.require(name))
                .map(PolicyVersion::number)
                .orElse(0);
        return publication.answer(backToTesting.goBack(name, current, ReasonRequest.kept(request)), name);
    }

    private ReadinessJson json(Domain domain, Readiness judged) {
        return new ReadinessJson(code(judged.verdict()), standings.of(domain).dueAt(), criteria(judged));
    }

    private List<CriterionJson> criteria(Readiness judged) {
        return judged.judged().stream()
                .map(one -> new CriterionJson(
                        "promotion." + code(one.requirement()),
                        code(one.criterion().mark()),
                        wording.text(one.criterion().what()),
                        wording.text(one.criterion().why())))
                .toList();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable MaxAge maxAge(@Nullable Long seconds) {
        if (seconds == null) {
            return null;
        }
        if (seconds < 0 || seconds > MaxAge.LONGEST.seconds()) {
            throw ApiText.refused("maxAge", Words.of("promotion.api.max-age", MaxAge.LONGEST.text()));
        }
        return new MaxAge(seconds);
    }
}
