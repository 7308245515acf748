package mtasts.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mtasts.ApplicationTest;
import mtasts.account.As;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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

    @Test
    void everyOperationAndEveryShapeIsSaidInWords() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .doesNotContain("\"summary\" : \"\"")
                .doesNotContain("*/*");
    }
}
