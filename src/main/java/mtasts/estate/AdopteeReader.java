package mtasts.estate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.domain.MxHosts;
import mtasts.domain.Place;
import mtasts.domain.Tags;
import mtasts.domain.TypedName;
import mtasts.policy.Adopted;
import mtasts.policy.Adoption;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyId;
import mtasts.rfc8461.Reading;
import mtasts.rfc8461.StsRecord;
import mtasts.rfc8461.StsRecordReader;
import mtasts.web.FindingViews;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Reads what is to be adopted, or says of each field what is wrong with it. */
@Component
class AdopteeReader {

    /** Nobody had a policy before the first draft of the standard. */
    private static final Instant FIRST_DRAFT = Instant.parse("2016-03-01T00:00:00Z");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,32}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");
    private static final int LONGEST_FIELD = 2_000;

    private final Domains domains;
    private final Wording wording;
    private final Clock clock;

    AdopteeReader(Domains domains, Wording wording, Clock clock) {
        this.domains = domains;
        this.wording = wording;
        this.clock = clock;
    }

    /** What was given; {@code null} where something is to be said about it. */
    @Nullable
    Adoptee read(AdoptForm form, Errors errors) {
        var name = name(form, errors);
        objection(form.text()).ifPresent(words -> reject(errors, "text", words));
        var id = id(form.id(), errors);
        var since = since(form.since(), errors);
        var earlier = earlier(form.earlier(), errors);
        var hosts = MxHosts.read(form.hosts());
        hosts.problems().forEach(problem -> reject(errors, "hosts", problem.sentence()));
        var tags = Tags.read(form.tags());
        tags.objections().forEach(words -> reject(errors, "tags", words));
        var place = place(form.place(), errors);
        return name == null || id == null || place == null || errors.hasErrors()
                ? null
                : new Adoptee(
                        name,
                        hosts,
                        tags,
                        place,
                        new Adoption.Live(form.text(), id, new Adopted(since.orElse(null), earlier.orElse(null))));
    }

    /** Why a text cannot be kept as it is: there is none, it is too long, or it holds what no text can. */
    static Optional<Words> objection(String text) {
        if (text.isEmpty()) {
            return Optional.of(Words.of("estate.adopt.text.missing"));
        }
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return Optional.of(Words.of("estate.adopt.text.unreadable"));
        }
        int octets = text.getBytes(StandardCharsets.UTF_8).length;
        return octets > Policy.LONGEST
                ? Optional.of(Words.of("estate.adopt.text.long", Policy.LONGEST))
                : Optional.empty();
    }

    private @Nullable DomainName name(AdoptForm form, Errors errors) {
        return switch (TypedName.read(form.name())) {
            case TypedName.Understood understood -> free(understood.name(), errors);
            case TypedName.Offered offered -> free(offered.name(), errors);
            case TypedName.Refused refused -> {
                reject(errors, "name", refused.why());
                yield null;
            }
        };
    }

    /** What is up in truth is nothing for a domain that is made up. */
    private DomainName free(DomainName name, Errors errors) {
        if (domains.everRegistered(name).filter(Domain::sample).isPresent()) {
            reject(errors, "name", Words.of("estate.register.sample", name.ascii()));
        }
        return name;
    }

    private @Nullable PolicyId id(String typed, Errors errors) {
        var text = typed.startsWith("\"") && typed.endsWith("\"") && typed.length() > 1
                ? typed.substring(1, typed.length() - 1)
                : typed;
        if (ID.matcher(text).matches()) {
            return new PolicyId(text);
        }
        if (!text.startsWith("v=") || text.length() > LONGEST_FIELD) {
            reject(errors, "id", Words.of(text.isEmpty() ? "estate.adopt.id.missing" : "estate.adopt.id.form"));
            return null;
        }
        return switch (StsRecordReader.read(text)) {
            case Reading.Read<StsRecord> read -> read.read().id();
            case Reading.Refused<StsRecord> refused -> {
                reject(errors, "id", Words.of("estate.adopt.id.record", FindingViews.what(refused.because())));
                yield null;
            }
        };
    }

    private Optional<Instant> since(String typed, Errors errors) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            var since = typed.length() == 10
                    ? LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(typed).toInstant();
            if (since.isAfter(clock.instant())) {
                reject(errors, "since", Words.of("estate.adopt.since.future"));
            } else if (since.isBefore(FIRST_DRAFT)) {
                reject(errors, "since", Words.of("estate.adopt.since.early"));
            }
            return Optional.of(since.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeParseException noDay) {
            reject(errors, "since", Words.of("estate.adopt.since.form"));
            return Optional.empty();
        }
    }

    private Optional<MaxAge> earlier(String typed, Errors errors) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (!SECONDS.matcher(typed).matches() || Long.parseLong(typed) > MaxAge.LONGEST.seconds()) {
            reject(errors, "earlier", Words.of("estate.adopt.earlier.form", MaxAge.LONGEST.text()));
            return Optional.empty();
        }
        return Optional.of(new MaxAge(Long.parseLong(typed)));
    }

    private @Nullable Place place(String typed, Errors errors) {
        var place = typed.isEmpty() ? Optional.of(Place.ELSEWHERE) : Place.read(typed);
        if (place.isEmpty()) {
            reject(errors, "place", Words.of("domain.place.missing"));
        }
        return place.orElse(null);
    }

    private void reject(Errors errors, String field, Words objection) {
        errors.rejectValue(field, "", wording.text(objection));
    }
}
