package mtasts.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.export.DnsRecord.Act;
import mtasts.export.DnsRecord.Kind;
import mtasts.policy.PolicyVersion;
import mtasts.policy.Reach;
import mtasts.rfc8460.MailAddress;
import mtasts.rfc8460.TlsRptRecord;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyId;
import mtasts.rfc8461.StsRecord;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/** The DNS records of a domain, from what is live and what has been set; nothing in them is invented. */
public final class DnsRecords {

    private DnsRecords() {}

    /**
     * All records to create, in this order: {@code _mta-sts}, {@code mta-sts}, {@code _smtp._tls}.
     *
     * @param current the version published last, {@code null} where there is none
     * @param live the version that senders get: its id, and no other, is what DNS may say
     */
    public static List<DnsRecord> of(
            Domain domain, @Nullable PolicyVersion current, @Nullable PolicyVersion live, Reach reach) {
        return of(new Subject(domain.name(), domain.place()), Version.of(current), Version.of(live), reach);
    }

    static List<DnsRecord> of(Subject domain, @Nullable Version current, @Nullable Version live, Reach reach) {
        return List.of(policy(domain, current, live, reach), policyHost(domain, reach), reports(domain, reach));
    }

    /** What of a domain its records follow from. */
    record Subject(DomainName name, Place place) {}

    /** What of a version its records follow from. */
    record Version(int number, PolicyId id, @Nullable Instant liveAt) {

        static @Nullable Version of(@Nullable PolicyVersion version) {
            return version == null ? null : new Version(version.number(), version.id(), version.liveAt());
        }
    }

    private static DnsRecord policy(Subject domain, @Nullable Version current, @Nullable Version live, Reach reach) {
        return new DnsRecord(
                Kind.POLICY,
                StsRecord.owner(domain.name()),
                live == null ? null : new StsRecord(live.id()).text(),
                live == null ? toCome(domain, current) : null,
                act(live, current, reach),
                live == null || current == null ? null : changed(current, live, reach),
                Words.of("export.record.id.purpose"));
    }

    private static Act act(@Nullable Version live, @Nullable Version current, Reach reach) {
        if (live == null || current == null) {
            return Act.WAIT;
        }
        if (live.number() != current.number()) {
            return Act.LEAVE;
        }
        return changed(current, live, reach) == null ? standing(reach) : Act.CHANGE;
    }

    /** What is to be done with a record of which nothing has changed. */
    private static Act standing(Reach reach) {
        return reach.said() == null ? Act.CREATE : Act.KEEP;
    }

    private static Words toCome(Subject domain, @Nullable Version current) {
        if (current != null) {
            return Words.of("export.record.id.file-first");
        }
        return Words.of(
                domain.place() == Place.HERE ? "export.record.id.to-come" : "export.record.id.to-come-elsewhere");
    }

    /** What is to be done with the id, and when. */
    private static @Nullable Words changed(Version current, Version live, Reach reach) {
        if (live.number() != current.number()) {
            var next = reach.liveAt();
            return !reach.fileUp()
                    ? Words.of("export.record.id.leave")
                    : next == null
                            ? Words.of("export.record.id.leave-host")
                            : Words.of("export.record.id.leave-until", Words.moment(next));
        }
        var said = reach.said();
        var since = live.liveAt();
        return said == null || since == null || said.number() == live.number()
                ? null
                : Words.of("export.record.id.change", Words.moment(since));
    }

    private static DnsRecord policyHost(Subject domain, Reach reach) {
        var said = reach.said();
        var before = said == null ? null : said.records();
        boolean here = domain.place() == Place.HERE || reach.leaving();
        if (reach.leaving()) {
            String stays = before != null && before.place() == Place.HERE ? before.policyHost() : null;
            var leave = Words.of("export.record.host.leave");
            return policyHost(
                    domain, here, stays, stays == null ? leave : null, Act.LEAVE, stays == null ? null : leave);
        }
        String target = reach.wanted().policyHost();
        if (target == null) {
            var page = here ? "/settings" : "/domains/" + domain.name().ascii() + "/about";
            return policyHost(domain, here, null, missing("host", page), Act.WAIT, null);
        }
        var act = reach.policyHostAdded() ? Act.CREATE : reach.policyHostChanged() ? Act.CHANGE : standing(reach);
        return policyHost(domain, here, target, null, act, policyHostChange(reach, before));
    }

    private static @Nullable Words policyHostChange(Reach reach, Reach.@Nullable Records before) {
        if (reach.policyHostAdded()) {
            return Words.of("export.record.create");
        }
        return reach.policyHostChanged()
                ? change(before == null ? null : before.policyHost(), reach.policyHostSince())
                : null;
    }

    private static DnsRecord policyHost(
            Subject domain,
            boolean here,
            @Nullable String target,
            @Nullable Words missing,
            Act act,
            @Nullable Words change) {
        return new DnsRecord(
                Kind.POLICY_HOST,
                Policy.policyHost(domain.name()),
                target == null ? null : target + ".",
                missing,
                act,
                change,
                Words.of(here ? "export.record.host.purpose" : "export.record.host.purpose-elsewhere"));
    }

    private static DnsRecord reports(Subject domain, Reach reach) {
        var value = Optional.ofNullable(reach.wanted().reportAddress())
                .flatMap(MailAddress::read)
                .map(address -> new TlsRptRecord(List.of(address)).text())
                .orElse(null);
        return new DnsRecord(
                Kind.REPORTS,
                TlsRptRecord.owner(domain.name()),
                value,
                value == null ? missing("reports", "/settings") : null,
                value == null ? Act.WAIT : reportsAct(reach),
                value == null ? null : reportsChange(reach),
                Words.of("export.record.reports.purpose"));
    }

    private static Act reportsAct(Reach reach) {
        return reach.reportAddressAdded() ? Act.CREATE : reach.reportAddressChanged() ? Act.CHANGE : standing(reach);
    }

    private static @Nullable Words reportsChange(Reach reach) {
        var said = reach.said();
        if (reach.reportAddressAdded()) {
            return Words.of("export.record.create");
        }
        return said != null && reach.reportAddressChanged()
                ? change(said.records().reportAddress(), reach.reportAddressAt())
                : null;
    }

    /** It is to say something else than it did. */
    private static Words change(@Nullable String before, @Nullable Instant since) {
        var key = "export.record.change" + (before == null ? "-nothing" : "") + (since == null ? "" : "-since");
        return Words.of(key, before == null ? "" : before, since == null ? "" : Words.moment(since));
    }

    private static Words missing(String field, String page) {
        boolean settings = page.equals("/settings");
        return Words.of(
                "export.record." + field + (settings ? ".missing" : ".missing-elsewhere"),
                Words.link(page, settings ? "export.settings.link" : "export.about.link"));
    }
}
