package mtasts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import mtasts.ApplicationTest;
import mtasts.account.As;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The committed description of the API is what follows from the code; {@code -Dopenapi.write=true} writes it anew. */
@ApplicationTest
class OpenApiTest {

    private static final Path DOCUMENT = Path.of("src/main/resources/mtasts/web/openapi.json");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void theDescriptionSaysWhatTheCodeDoes() throws IOException {
        var generated = mvc.get()
                .uri("/v3/api-docs")
                .with(As.administrator())
                .exchange()
                .getResponse()
                .getContentAsString();
        var document = new OpenApiDocument(handlers).of(generated);
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("run this test with -Dopenapi.write=true and look at the difference")
                .isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource({"en, Adopting many", "es, Adoptar muchos"})
    void thePageNamesEverySectionAndLeadsToWhatStandsWithinAnother(String language, String section) throws IOException {
        var page = mvc.get()
                .uri("/help/api")
                .header("Accept-Language", language)
                .with(As.reader())
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        ">" + section + "</h2>", ">JobRowJson[]</a", "Throws the draft away; what is published stays.")
                .doesNotContain("??", "`", ">domainexport<");
        var targets = Pattern.compile("href=\"#(shape-\\w+)\"")
                .matcher(page)
                .results()
                .map(link -> "id=\"" + link.group(1) + "\"")
                .distinct()
                .toList();
        assertThat(targets).contains("id=\"shape-JobRowJson\"", "id=\"shape-ApiFinding\"");
        assertThat(page).contains(targets);
    }

    @Test
    void everyOperationSaysWhatItMayBeRefusedWith() {
        for (var operation : Operation.all()) {
            var responses = Contract.document()
                    .path("paths")
                    .path(operation.path())
                    .path(operation.method().toLowerCase(Locale.ROOT))
                    .path("responses");
            var statuses = responses.propertyNames();
            assertThat(statuses).as("%s", operation).contains("400", "413", "default");
            assertThat(statuses.contains("401")).isEqualTo(!operation.open());
            assertThat(statuses.contains("429")).isEqualTo(operation.open());
            assertThat(statuses.contains("404")).isEqualTo(operation.path().contains("{"));
            assertThat(statuses.contains("428")).isEqualTo(operation.has("If-Match"));
            assertThat(statuses.contains("415")).isEqualTo(!operation.body().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "JobJson, state, failed",
        "ReadinessJson, verdict, not-ready",
        "ApiFinding, severity, danger",
        "VersionJson, mode, enforce",
        "VersionJson, deed, promoted-anyway",
        "BatchRequest, act, promote",
        "RecordJson, act, create",
        "CriterionJson, state, not-met"
    })
    void whatIsOneOfAFewValuesListsThem(String shape, String member, String value) {
        assertThat(Contract.document()
                        .at("/components/schemas/" + shape + "/properties/" + member + "/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains(value);
    }

    @Test
    void everyOperationAndEveryShapeIsSaidInWords() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .doesNotContain("\"summary\" : \"\"")
                .doesNotContain("*/*");
    }
}
