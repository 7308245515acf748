package mtasts.account;

import static mtasts.account.Crowd.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** What every answer says to browsers, and which of a request's own headers are believed. */
class HeadersTest extends WithPeople {

    @Autowired
    ServletWebServerApplicationContext server;

    @Autowired
    ResourceUrlProvider drawnWith;

    @BeforeEach
    void somebodyIsThere() {
        crowd.administrator("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/help", "/", "/link/none", "/webjars/none", "/app.css", "/sign-in/again"})
    void everyAnswerIsLockedUp(String path) {
        var answer = visitor.get(path);
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void noLinkToADomainIsTakenForSomethingThatPagesAreDrawnWith() {
        assertThat(drawnWith.getHandlerMap().keySet()).containsExactlyInAnyOrder("/*.*", "/webjars/**");
    }

    @Test
    void aPageIsKeptByNobodyAndWhatItIsDrawnWithForAYear() {
        var page = visitor.get("/sign-in");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        var styles = Pattern.compile("href=\"(/app-[0-9a-f]+\\.css)\"").matcher(page.body());
        assertThat(styles.find()).isTrue();
        var style = visitor.get(styles.group(1));
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(header(style, "Cache-Control")).contains("max-age=31536000").doesNotContain("no-store");
        assertThat(style.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theAddressThatAProxyOfThisMachineTellsIsBelievedAndWhatItWasToldIsNot() {
        var ada = new Visitor(port).from("198.51.100.7, 203.0.113.9");
        ada.signIn("ada@example.net", PASSWORD);
        ada.get("/account");
        ada.press("/account", "displayName", "Ada L", "language", "");
        assertThat(lastAddress()).isEqualTo("203.0.113.9");
    }

    @Test
    void whatIsNoAddressIsNotKept() {
        var ada = new Visitor(port).from("<script>");
        ada.signIn("ada@example.net", PASSWORD);
        ada.get("/account");
        ada.press("/account", "displayName", "Ada L", "language", "");
        assertThat(lastAddress()).isEqualTo("none");
    }

    @Test
    void theHostThatAProxyTellsIsNeverBelieved() {
        var ada = new Visitor(port)
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Port", "666")
                .with("Forwarded", "host=evil.example;proto=https;for=192.0.2.1");
        assertThat(location(ada.get("/people"))).isEqualTo("/sign-in?to=%2Fpeople");
        ada.signIn("ada@example.net", PASSWORD);
        ada.get("/people");
        var page = ada.post("/people", "mail", "grace@example.net", "displayName", "Grace", "role", "reader")
                .body();
        assertThat(page).contains("http://127.0.0.1:" + port + "/link/").doesNotContain("evil.example", ":666");
    }

    @Test
    void onlyTheProxiesThatAreNamedAreBelieved() {
        var valves = ((TomcatWebServer) Objects.requireNonNull(server.getWebServer()))
                .getTomcat()
                .getEngine()
                .getPipeline()
                .getValves();
        assertThat(valves)
                .filteredOn(RemoteIpValve.class::isInstance)
                .singleElement(type(RemoteIpValve.class))
                .satisfies(valve -> {
                    assertThat(valve.getInternalProxies().split(", "))
                            .containsExactlyInAnyOrder("127.0.0.0/8", "::1/128");
                    assertThat(valve.getTrustedProxies()).isNullOrEmpty();
                    assertThat(valve.getHostHeader()).isEmpty();
                    assertThat(valve.getPortHeader()).isEmpty();
                });
    }

    @Test
    void theLinkThatIsHandedOverLeadsToThePublicAddressWhereThereIsOne() {
        jdbc.sql("update installation set public_url = 'https://sts.example.net/'")
                .update();
        var ada = signedIn("ada@example.net");
        ada.get("/people");
        assertThat(ada.post("/people", "mail", "grace@example.net", "displayName", "Grace", "role", "reader")
                        .body())
                .contains("https://sts.example.net/link/");
    }

    @Test
    void aFieldOfTenMegabytesIsAnsweredAndNotKept() {
        var ada = signedIn("ada@example.net");
        ada.get("/people");
        var answer = ada.post("/people", "mail", "x".repeat(10 << 20), "displayName", "y", "role", "reader");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(ada.post("/people", "mail", "x".repeat(900_000), "displayName", "y", "role", "reader")
                        .body())
                .contains("This is no mail address");
    }

    private String lastAddress() {
        return jdbc.sql("select coalesce(address, 'none') as address from audit_entry order by id desc limit 1")
                .query((row, number) -> row.getString("address"))
                .single();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("(none)");
    }
}
