package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/domains", "/domains?q=a%20b&page=2", "/domains/xn--mller-kva.test#dns", "/a//b", "/{x}"})
    void aPathOfThisApplicationIsAccepted(String path) {
        assertThat(LocalPath.of(path)).hasValue(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "domains",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                " /domains",
                "/a b",
                "/a\r\nSet-Cookie: x=y",
                "/a\tb",
                "/a\0b",
                "/m\u00fcller"
            })
    void anythingElseIsRefused(String text) {
        assertThat(LocalPath.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://sts.example.net/domains?q=a, /domains?q=a",
        "http://localhost:8080/, /",
        "https://evil.example/domains/a/promote, /domains/a/promote"
    })
    void ofAnAddressOnlyPathAndQueryCount(String address, String path) {
        assertThat(LocalPath.within(address)).hasValue(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://evil.example",
                "https://a.example//evil.example/",
                "https://a b/",
                "mailto:a@b.example"
            })
    void anAddressWithoutALocalPathLeadsNowhere(String address) {
        assertThat(LocalPath.within(address)).isEmpty();
    }
}
