package mtasts.export;

import java.time.Clock;
import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.export.DnsRecord.Act;
import mtasts.policy.Reach;
import mtasts.policy.Reaches;
import mtasts.policy.Stage;
import mtasts.policy.Standings;
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
    private final Standings standings;
    private final Wording wording;
    private final Clock clock;

    RecordsResource(
            Domains domains, Versions versions, Reaches reaches, Standings standings, Wording wording, Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.reaches = reaches;
        this.standings = standings;
        this.wording = wording;
        this.clock = clock;
    }

    /** In the order in which they are created. */
    record RecordsJson(List<RecordJson> items) {}

    /**
     * One record to create.
     *
     * @param name absolute, without the final dot
     * @param value {@code null} as long as a setting is missing, or the file is not up
     * @param ttl in seconds
     * @param missing what it waits for; {@code null} where there is a value
     * @param act {@code create}, {@code change}, {@code keep}, {@code leave}, {@code wait} or {@code delete}: what is to be done
     *     with it now. To be changed is what said something else when it was confirmed; to be left, what stays as it is until
     *     something else was done; what waits has no value yet; to be deleted is what nobody needs any more, because the
     *     policy was given up and nobody holds it
     * @param note more about that, for people; {@code null} where there is nothing more to say
     */
    record RecordJson(
            String name,
            String type,
            @Nullable String value,
            int ttl,
            String purpose,
            @Nullable String missing,
            String act,
            @Nullable String note) {}

    /** The records and what is to be done with each, in their order; the policy's own is there once its file is up. */
    @GetMapping(path = "/api/v1/domains/{name}/records", produces = "application/json")
    RecordsJson records(@PathVariable DomainName name) {
        var domain = domains.require(name);
        var reach = reaches.of(domain);
        var records = DnsRecords.of(
                domain,
                versions.current(domain).orElse(null),
                versions.live(domain).orElse(null),
                reach);
        var stage = standings.of(domain).stage(clock.instant());
        return new RecordsJson(records.stream()
                .map(record -> json(record, act(record, domain, stage, reach)))
                .toList());
    }

    /** Where there is nothing to protect, what nobody created stays away; what was given up goes once nobody holds it. */
    private static Act act(DnsRecord record, Domain domain, Stage stage, Reach reach) {
        if (stage == Stage.RETIRED) {
            return Act.DELETE;
        }
        boolean wanted = domain.takesMail() && stage != Stage.RETIRING;
        return record.act() == Act.CREATE && reach.said() == null && !wanted ? Act.KEEP : record.act();
    }

    private RecordJson json(DnsRecord record, Act act) {
        return new RecordJson(
                record.name(),
                record.kind().type(),
                record.value(),
                DnsRecord.TTL,
                wording.text(record.purpose()),
                record.missing() == null ? null : wording.text(record.missing()),
                act.text(),
                record.change() == null || act == Act.DELETE ? null : wording.text(record.change()));
    }
}
