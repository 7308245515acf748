package mtasts.rfc8461;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every row agrees with a literal reading of the grammar, within the bounds that the standard states in prose. */
class VectorsTest {

    static Stream<JsonNode> policies() {
        return Vectors.rows("policies.jsonl").stream();
    }

    static Stream<JsonNode> records() {
        return Vectors.rows("txt_records.jsonl").stream();
    }

    static Stream<JsonNode> matches() {
        return Vectors.rows("mx_match.jsonl").stream();
    }

    @ParameterizedTest
    @MethodSource
    void policies(JsonNode row) {
        Reading<Policy> reading = PolicyReader.read(octets(row));
        JsonNode rfc = row.get("rfc");
        boolean withinBounds = !rfc.path("over_max").asBoolean(false) && octets(row).length <= Policy.LONGEST;
        assertThat(reading.value().isPresent())
                .as("%s gives %s", row.get("vid"), reading)
                .isEqualTo(rfc.get("valid").asBoolean() && withinBounds);
        reading.value()
                .ifPresent(policy ->
                        assertThat(policy).as(row.get("vid").asString()).isEqualTo(expected(rfc)));
        assertThat(PolicyReader.read(text(row)).value()).isEqualTo(reading.value());
    }

    private static byte[] octets(JsonNode row) {
        return row.path("input").isString()
                ? row.get("input").asString().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(row.get("input_b64").asString());
    }

    private static String text(JsonNode row) {
        return PolicyText.decoded(octets(row));
    }

    private static Policy expected(JsonNode rfc) {
        JsonNode expected = rfc.get("expected");
        List<MxPattern> mx = expected.get("mx")
                .valueStream()
                .map(pattern -> MxPattern.of(pattern.asString()))
                .toList();
        return new Policy(
                Mode.of(expected.get("mode").asString()).orElseThrow(),
                mx,
                new MaxAge(expected.get("max_age").asLong()));
    }

    @ParameterizedTest
    @MethodSource
    void records(JsonNode row) {
        Reading<StsRecord> reading = row.path("records").isArray()
                ? StsRecordReader.readSet(row.get("records")
                        .valueStream()
                        .map(record -> List.of(record.asString()))
                        .toList())
                : StsRecordReader.read(row.get("input").asString());
        JsonNode rfc = row.get("rfc");
        assertThat(reading.value().isPresent())
                .as("%s gives %s", row.get("vid"), reading)
                .isEqualTo(rfc.get("valid").asBoolean());
        reading.value()
                .ifPresent(record -> assertThat(record.id().text())
                        .as(row.get("vid").asString())
                        .isEqualTo(rfc.get("id").asString()));
    }

    @ParameterizedTest
    @MethodSource
    void matches(JsonNode row) {
        List<String> patterns = row.path("patterns").isArray()
                ? row.get("patterns").valueStream().map(JsonNode::asString).toList()
                : List.of(row.get("pattern").asString());
        String host = row.get("host").asString();
        boolean matches = patterns.stream()
                .flatMap(pattern -> MxPattern.read(pattern).value().stream())
                .anyMatch(pattern -> pattern.matches(host));
        assertThat(matches)
                .as(row.get("vid").asString())
                .isEqualTo(row.get("rfc").asBoolean(false));
    }
}
