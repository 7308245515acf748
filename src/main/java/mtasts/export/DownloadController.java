package mtasts.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import mtasts.domain.Domain;
import mtasts.domain.Domains;
import mtasts.policy.Reaches;
import mtasts.policy.Versions;
import mtasts.rfc8461.DomainName;
import mtasts.web.Format;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The files of a domain that are taken elsewhere. */
@Controller
class DownloadController {

    private final Domains domains;
    private final Versions versions;
    private final Reaches reaches;
    private final Format format;
    private final Wording wording;
    private final Clock clock;

    DownloadController(
            Domains domains, Versions versions, Reaches reaches, Format format, Wording wording, Clock clock) {
        this.domains = domains;
        this.versions = versions;
        this.reaches = reaches;
        this.format = format;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * The policy file, byte for byte what was published last: where it is served here, that is what senders get; where
     * it is served elsewhere, it is what belongs there.
     */
    @GetMapping("/domains/{name}/mta-sts.txt")
    ResponseEntity<byte[]> policy(@PathVariable DomainName name) {
        String text = versions.current(domains.require(name))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .text();
        byte[] bytes = text.getBytes(UTF_8);
        Charset charset = bytes.length == text.length() ? StandardCharsets.US_ASCII : UTF_8;
        return file("mta-sts.txt", new MediaType(MediaType.TEXT_PLAIN, charset), bytes);
    }

    @GetMapping("/domains/{name}/zone.txt")
    ResponseEntity<byte[]> zone(@PathVariable DomainName name) {
        Words heading = Words.of("export.zone.heading", name.ascii(), format.exact(clock.instant()));
        String text = ZoneText.of(heading, records(domains.require(name)), wording::text);
        return file("mta-sts." + name.ascii() + ".zone", text("plain"), text.getBytes(UTF_8));
    }

    @GetMapping("/domains/{name}/records.csv")
    ResponseEntity<byte[]> csv(@PathVariable DomainName name) {
        String text = RecordsCsv.of(records(domains.require(name)));
        return file("mta-sts." + name.ascii() + ".csv", text("csv"), text.getBytes(UTF_8));
    }

    private List<DnsRecord> records(Domain domain) {
        return DnsRecords.of(
                domain,
                versions.current(domain).orElse(null),
                versions.live(domain).orElse(null),
                reaches.of(domain));
    }

    private static MediaType text(String subtype) {
        return new MediaType("text", subtype, UTF_8);
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        ContentDisposition attachment =
                ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(bytes);
    }
}
