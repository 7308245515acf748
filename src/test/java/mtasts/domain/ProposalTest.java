package mtasts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.MxPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalTest {

    private final Providers providers = new Providers();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aspmx.l.google.com alt1.aspmx.l.google.com alt2.aspmx.l.google.com | aspmx.l.google.com"
                        + " *.aspmx.l.google.com | Google Workspace",
                "smtp.google.com | smtp.google.com | Google Workspace",
                "aspmx.l.google.com aspmx2.googlemail.com | aspmx.l.google.com aspmx2.googlemail.com | Google"
                        + " Workspace",
                "example-com.mail.protection.outlook.com | *.mail.protection.outlook.com | Microsoft 365",
                "example-com.h-v1.mx.microsoft | example-com.h-v1.mx.microsoft | Microsoft 365 (DNSSEC)",
                "mail.protonmail.ch mailsec.protonmail.ch | mail.protonmail.ch mailsec.protonmail.ch | Proton Mail",
                "mail.protonmail.ch | mail.protonmail.ch | Proton Mail",
                "mx.zoho.eu mx2.zoho.eu | mx.zoho.eu mx2.zoho.eu | Zoho Mail",
                "inbound-smtp.eu-west-1.amazonaws.com | inbound-smtp.eu-west-1.amazonaws.com | Amazon SES",
                "route1.mx.cloudflare.net route2.mx.cloudflare.net | *.mx.cloudflare.net | Cloudflare Email Routing",
                "mx1.example.net mx2.example.net | mx1.example.net mx2.example.net | ''",
                "mx1.example.net in1-smtp.messagingengine.com | mx1.example.net in1-smtp.messagingengine.com |"
                        + " Fastmail",
                "aspmx.l.google.com mail.protonmail.ch | aspmx.l.google.com mail.protonmail.ch | Google"
                        + " Workspace,Proton Mail",
                "evil.mail.protection.outlook.com.example | evil.mail.protection.outlook.com.example | ''",
                "a.b.mail.protection.outlook.com | a.b.mail.protection.outlook.com | ''",
            })
    void proposesOfAProvidersPatternsWhatCoversAHostAndElseTheHost(String hosts, String mx, String recognised) {
        var names = names(hosts);

        assertThat(Proposal.of(names, providers))
                .isEqualTo(new Proposal(
                        Arrays.stream(mx.split(" ")).map(MxPattern::of).toList(),
                        names.size(),
                        names.size(),
                        recognised.isEmpty() ? List.of() : List.of(recognised.split(","))));
    }

    @Test
    void proposesNothingForNoHost() {
        assertThat(Proposal.of(List.of(), providers)).isEqualTo(new Proposal(List.of(), 0, 0, List.of()));
    }

    @Test
    void noPatternOfAProviderIsBroad() {
        var patterns = providers.all().stream()
                .flatMap(provider -> provider.mx().stream())
                .filter(text -> !text.startsWith("<") && !text.contains("<"))
                .toList();

        assertThat(patterns).contains("*.mail.protection.outlook.com").allSatisfy(text -> {
            var reading = MxPattern.read(text);
            assertThat(reading.value()).isPresent();
            assertThat(reading.findings()).isEmpty();
        });
        assertThat(MxPattern.read("*.amazonaws.com").findings())
                .extracting(finding -> finding.code().text())
                .contains("policy.mx.broad");
    }

    @Test
    void everyPatternOfAProviderCoversOnlyHostsThatAreRecognised() {
        assertThat(providers.all())
                .allSatisfy(provider -> provider.mx().stream()
                        .filter(text -> !text.contains("<"))
                        .map(text -> text.replace("*.", "host."))
                        .forEach(host ->
                                assertThat(providers.of(DomainName.of(host))).contains(provider)));
    }

    private static List<DomainName> names(String hosts) {
        return Arrays.stream(hosts.split(" ")).map(DomainName::of).toList();
    }
}
