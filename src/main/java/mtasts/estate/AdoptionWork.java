package mtasts.estate;

import java.util.List;
import java.util.Objects;
import mtasts.job.Job;
import mtasts.job.Outcome;
import mtasts.job.Row;
import mtasts.job.Work;
import mtasts.policy.Adoption;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyReader;
import mtasts.rfc8461.Reading;
import mtasts.rfc8461.Severity;
import mtasts.web.ApiErrors;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adopts the policies of an archive, 100 in a transaction. */
@Component
class AdoptionWork implements Work {

    static final String RESOURCE = "/api/v1/adoptions/many";
    static final String KIND = "adoption";

    private final Adopting adopting;
    private final AdopteeReader reader;
    private final JsonMapper mapper;

    AdoptionWork(Adopting adopting, AdopteeReader reader, JsonMapper mapper) {
        this.adopting = adopting;
        this.reader = reader;
        this.mapper = mapper;
    }

    /**
     * What holds for all rows.
     *
     * @param source see {@link mtasts.job.Jobs.Order}
     */
    record Input(String place, @Nullable String source) {}

    /** A file that can be adopted, or what came of it instead. */
    private sealed interface Read {
        record Adoptable(Adoptee adoptee) implements Read {}

        record Not(Outcome outcome) implements Read {}
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String resource() {
        return RESOURCE;
    }

    @Override
    public int chunkSize() {
        return 100;
    }

    @Override
    public boolean judges() {
        return true;
    }

    @Override
    public String then() {
        return "/domains?sort=changed";
    }

    @Override
    public List<Outcome> judge(Job job, List<Row> rows) {
        return rows.stream()
                .map(row -> switch (read(job, row)) {
                    case Read.Not not -> not.outcome();
                    case Read.Adoptable adoptable -> judge(adoptable.adoptee());
                })
                .toList();
    }

    @Override
    public List<Outcome> apply(Job job, List<Row> rows) {
        return rows.stream()
                .map(row -> switch (read(job, row)) {
                    case Read.Not not -> not.outcome();
                    case Read.Adoptable adoptable -> told(adoptable.adoptee(), adopting.adopt(adoptable.adoptee()));
                })
                .toList();
    }

    private Outcome judge(Adoptee adoptee) {
        var obstacle = adopting.obstacle(adoptee);
        if (obstacle.isPresent()) {
            return told(adoptee, obstacle.get());
        }
        var reading = PolicyReader.read(adoptee.live().text());
        return Outcome.open(reading.value().isPresent() ? "adopt" : "draft")
                .saying(says(adoptee, reading))
                .named(adoptee.name().ascii());
    }

    /** What is looked at before it is confirmed: what the text does to mail, since when, and what there is to say about it. */
    private static Words says(Adoptee adoptee, Reading<Policy> reading) {
        var since = adoptee.live().known().since();
        var findings = reading.findings();
        var found = Words.of(
                "estate.adoption.found",
                findings.size(),
                findings.stream()
                        .filter(finding -> finding.severity() == Severity.DANGER)
                        .count());
        return reading.value()
                .map(policy -> Words.of(
                        "estate.adoption.version",
                        policy.mode().text(),
                        adoptee.live().id().text(),
                        since == null
                                ? Words.of("estate.adoption.since-unknown")
                                : Words.of(
                                        "estate.adoption.since",
                                        since.toString().substring(0, 10)),
                        found))
                .orElseGet(() -> Words.of(
                        adoptee.live().fitsIntoNote() ? "estate.adoption.draft" : "estate.adoption.draft.cut", found));
    }

    private static Outcome told(Adoptee adoptee, Adoption.Outcome outcome) {
        var name = adoptee.name().ascii();
        return switch (outcome) {
            case Adoption.Outcome.Adopted adopted ->
                Outcome.done("adopted")
                        .saying(says(adoptee, PolicyReader.read(adoptee.live().text())))
                        .named(name);
            case Adoption.Outcome.Drafted drafted ->
                Outcome.done("drafted")
                        .saying(says(adoptee, PolicyReader.read(adoptee.live().text())))
                        .named(name);
            case Adoption.Outcome.Already already -> Outcome.same("already").named(name);
            case Adoption.Outcome.Refused refused ->
                Outcome.refused("adoption.has-versions", Words.of("estate.api.adoption.has-versions", name))
                        .named(name);
        };
    }

    private Read read(Job job, Row row) {
        var file = mapper.treeToValue(row.input(), AdoptionRow.class);
        if (file.first() > 0) {
            return refused("adoption.twice", Words.of("estate.adoption.twice", file.first()));
        }
        if (file.octets() > Policy.LONGEST) {
            return refused("adoption.text", Words.of("estate.adopt.text.long", Policy.LONGEST));
        }
        if (file.text().isEmpty() && file.octets() > 0) {
            return refused("adoption.text", Words.of("estate.adopt.text.unreadable"));
        }
        if (file.id().isEmpty()) {
            return refused("adoption.id", Words.of("estate.adoption.id-missing"));
        }
        var place = mapper.treeToValue(job.input(), Input.class).place();
        var errors = ApiErrors.none();
        var form =
                new AdoptForm(file.domain(), file.text(), file.id(), file.since(), file.earlier(), null, null, place);
        var adoptee = reader.read(form, errors);
        if (adoptee != null) {
            return new Read.Adoptable(adoptee);
        }
        var error = Objects.requireNonNull(errors.getFieldError());
        return refused(
                "adoption." + error.getField(),
                Words.of("estate.adoption.said", Objects.requireNonNull(error.getDefaultMessage())));
    }

    private static Read refused(String code, Words why) {
        return new Read.Not(Outcome.refused(code, why));
    }
}
