package mtasts.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mtasts.domain.Domain;
import mtasts.domain.Place;
import mtasts.export.DnsRecord.Kind;
import mtasts.policy.PolicyVersion;
import mtasts.rfc8460.MailAddress;
import mtasts.rfc8460.TlsRptRecord;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.StsRecord;
import mtasts.web.InstallationSettings;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/** The DNS records of a domain, from what is live and what has been set; nothing in them is invented. */
public final class DnsRecords {

    private DnsRecords() {}

    /**
     * All records to create, in this order: {@code _mta-sts} once a file is live, {@code mta-sts}, {@code _smtp._tls}.
     *
     * @param live the version whose file is up: its id, and no other, is what DNS may say
     */
    public static List<DnsRecord> of(Domain domain, @Nullable PolicyVersion live, InstallationSettings settings) {
        List<DnsRecord> records = new ArrayList<>();
        if (live != null) {
            records.add(new DnsRecord(
                    Kind.POLICY,
                    StsRecord.owner(domain.name()),
                    new StsRecord(live.id()).text(),
                    null,
                    Words.of("export.record.id.purpose")));
        }
        records.add(policyHost(domain, settings));
        records.add(reports(domain, settings));
        return List.copyOf(records);
    }

    private static DnsRecord policyHost(Domain domain, InstallationSettings settings) {
        boolean here = domain.place() == Place.HERE;
        String name = domain.name().ascii();
        String target = domain.policyHostTarget();
        if (target == null && here) {
            target = settings.policyHostTarget();
        }
        return new DnsRecord(
                Kind.POLICY_HOST,
                Policy.policyHost(domain.name()),
                target == null ? null : target + ".",
                target == null ? missing("host", here ? "/settings" : "/domains/" + name + "/about") : null,
                Words.of(here ? "export.record.host.purpose" : "export.record.host.purpose-elsewhere"));
    }

    private static DnsRecord reports(Domain domain, InstallationSettings settings) {
        return Optional.ofNullable(domain.reportAddress())
                .or(() -> Optional.ofNullable(settings.reportAddress()))
                .flatMap(MailAddress::read)
                .map(address -> reports(domain, new TlsRptRecord(List.of(address)).text(), null))
                .orElseGet(() -> reports(domain, null, missing("reports", "/settings")));
    }

    private static DnsRecord reports(Domain domain, @Nullable String value, @Nullable Words missing) {
        return new DnsRecord(
                Kind.REPORTS,
                TlsRptRecord.owner(domain.name()),
                value,
                missing,
                Words.of("export.record.reports.purpose"));
    }

    private static Words missing(String field, String page) {
        boolean settings = page.equals("/settings");
        return Words.of(
                "export.record." + field + (settings ? ".missing" : ".missing-elsewhere"),
                Words.link(page, settings ? "export.settings.link" : "export.about.link"));
    }
}
