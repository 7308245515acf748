package mtasts.export;

import java.util.List;
import mtasts.domain.Domains;
import mtasts.policy.Reaches;
import mtasts.policy.Versions;
import mtasts.rfc8461.DomainName;
import mtasts.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The DNS records of a domain. */
@RestController
class RecordsResource {

    private final Domains domains;
    private final Versions versions;
    private final Reaches reaches;
    private final Wording wording;

    RecordsResource(Domains domains, Versions versions, Reaches reaches, Wording wording) {
        this.domains = domains;
        this.versions = versions;
        this.reaches = reaches;
        this.wording = wording;
    }

    /** In the order in which they are created. */
    record RecordsJson(List<RecordJson> items) {}

    /**
     * One record to create.
     *
     * @param name absolute, without the final dot
     * @param value {@code null} as long as a setting is missing, or the file is not up
     * @param missing what it waits for; {@code null} where there is a value
     * @param ttl in seconds
     */
    record RecordJson(
            String name,
            String type,
            @Nullable String value,
            int ttl,
            String purpose,
            @Nullable String missing) {}

    /** The records to create, in their order; the policy's own is there once its file is up. */
    @GetMapping(path = "/api/v1/domains/{name}/records", produces = "application/json")
    RecordsJson records(@PathVariable DomainName name) {
        var domain = domains.require(name);
        var records = DnsRecords.of(
                domain,
                versions.current(domain).orElse(null),
                versions.live(domain).orElse(null),
                reaches.of(domain));
        return new RecordsJson(records.stream().map(this::json).toList());
    }

    private RecordJson json(DnsRecord record) {
        return new RecordJson(
                record.name(),
                record.kind().type(),
                record.value(),
                DnsRecord.TTL,
                wording.text(record.purpose()),
                record.missing() == null ? null : wording.text(record.missing()));
    }
}
