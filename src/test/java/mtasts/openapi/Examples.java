package mtasts.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import mtasts.FakeClock;
import mtasts.account.Caller;
import mtasts.account.Caller.Answer;

/**
 * One call of each operation that does what the operation is for, with what has to be there before it. The domain of most is
 * named in its paths as people may type it, by its U-label and in any case.
 */
final class Examples {

    private static final String DOMAINS = "/api/v1/domains";
    private static final String DOMAIN = DOMAINS + "/B%C3%9Ccher.EXAMPLE";
    private static final String BATCHES = "/api/v1/batches";
    private static final String IMPORTS = "/api/v1/imports";
    private static final String MANY = "/api/v1/adoptions/many";
    private static final String POLICY = "version: STSv1\nmode: testing\nmx: mx.example.net\nmax_age: 604800\n";

    private final Map<String, Example> all = new HashMap<>();
    private final Caller caller;
    private final FakeClock clock;

    /** @param caller by whom everything is put in place */
    Examples(Caller caller, FakeClock clock) {
        this.caller = caller;
        this.clock = clock;
        domains();
        policies();
        many();
        rest();
    }

    /** Puts something in place. */
    interface Before {

        /** @return what was answered last: its {@code Location} leads to what was made, its {@code ETag} is that of the state */
        Answer put();
    }

    /** A call; {@code {id}} in its path is what was put in place before. */
    private record Example(Before before, String path, byte[] body) {}

    /** What is to be sent, with the tag of the state that it changes. */
    record Call(Operation operation, String path, byte[] body, String tag) {

        /** The same to another path. */
        Call to(String other) {
            return new Call(operation, other, body, tag);
        }

        /** The same after another state was seen. */
        Call seen(String other) {
            return new Call(operation, path, body, other);
        }

        @Override
        public String toString() {
            return operation.method() + " " + path;
        }
    }

    private void example(String operation, Before before, String path, String body) {
        all.put(operation, new Example(before, path, body.getBytes(UTF_8)));
    }

    private void example(String operation, Before before, String path) {
        example(operation, before, path, "");
    }

    /** The operations that there is an example of. */
    List<String> operations() {
        return List.copyOf(all.keySet());
    }

    /** Puts in place what the operation needs. */
    Call prepared(Operation operation) {
        var before = example(operation).before().put();
        var number = before.header("Location").replaceFirst(".*/", "");
        return call(operation, number, before.header("ETag"));
    }

    /** The same with nothing in place. */
    Call alone(Operation operation) {
        return call(operation, EveryOperationTest.NO_NUMBER, "\"none\"");
    }

    private Call call(Operation operation, String number, String tag) {
        var example = example(operation);
        return new Call(operation, example.path().replace("{id}", number), example.body(), tag);
    }

    private Example example(Operation operation) {
        assertThat(all).as("the operations that are tried").containsKey(operation.id());
        return all.get(operation.id());
    }

    private void domains() {
        example(
                "domain.register",
                this::nothing,
                DOMAINS,
                "{\"name\": \"example.com\", \"mxHosts\": [\"mx.example.net\"]}");
        example("domain.find", this::registered, DOMAINS + "?q=xn--");
        example("domain.get", this::registered, DOMAIN);
        example("domain.change", this::registered, DOMAIN, "{\"note\": \"ours\"}");
        example("domain.remove", this::registered, DOMAIN + "?reason=lapsed");
        example("domain.restore", this::removed, DOMAIN + "/restoration");
        example("records.records", this::published, DOMAIN + "/records");
        example("domainexport.csv", this::registered, "/api/v1/export.csv");
        example("domainexport.zip", this::published, "/api/v1/export.zip?stage=testing");
    }

    private void policies() {
        example("draft.get", this::drafted, DOMAIN + "/draft");
        example("draft.put", this::drafted, DOMAIN + "/draft", "{\"mx\": [\"*.example.net\"]}");
        example("draft.delete", this::drafted, DOMAIN + "/draft");
        example("version.publish", this::drafted, DOMAIN + "/versions", "{}");
        example("version.all", this::published, DOMAIN + "/versions");
        example("version.one", this::published, DOMAIN + "/versions/1");
        example("version.current", this::published, DOMAIN + "/policy");
        example("version.difference", this::publishedAgain, DOMAIN + "/versions/1/diff/2");
        example("version.restore", this::draftedOnceMore, DOMAIN + "/versions/1/restore");
        example("version.retire", this::published, DOMAIN + "/retirement", "{\"reason\": \"moved\"}");
        example("version.confirm", this::publishedElsewhere, DOMAIN + "/confirmations", "{\"what\": \"file\"}");
        example("promotion.look", this::published, DOMAIN + "/promotion");
        example("promotion.promote", this::published, DOMAIN + "/promotion", "{\"reason\": \"tested by hand\"}");
        example("promotion.backToTesting", this::promoted, DOMAIN + "/testing", "{\"reason\": \"a certificate\"}");
        all.put("adoption.adopt", new Example(this::nothing, "/api/v1/adoptions", """
            {"name": "example.org", "text": "%s", "id": "2024a", "mxHosts": ["mx.example.net"]}\
            """.formatted(
                        POLICY.replace("\n", "\\n"))
                .getBytes(UTF_8)));
    }

    private void many() {
        example("import.start", this::nothing, IMPORTS, "domain,mx,tags\nexample.com,mx.example.net,a\n");
        example("job.list", this::imported, "/api/v1/jobs");
        example("import.show", this::imported, IMPORTS + "/{id}");
        example("import.confirm", this::importLookedAt, IMPORTS + "/{id}/confirmation");
        example("import.cancel", this::imported, IMPORTS + "/{id}/cancellation");
        all.put("adoptmany.start", new Example(this::nothing, MANY, archive()));
        example("adoptmany.show", this::adoptedMany, MANY + "/{id}");
        example("adoptmany.confirm", this::adoptionLookedAt, MANY + "/{id}/confirmation");
        example("adoptmany.cancel", this::adoptedMany, MANY + "/{id}/cancellation");
        example("batch.begin", this::registered, BATCHES, "{\"act\": \"publish\", \"query\": \"\"}");
        example("batch.show", this::exported, BATCHES + "/{id}");
        example("batch.confirm", this::batchLookedAt, BATCHES + "/{id}/confirmation");
        example("batch.cancel", this::exported, BATCHES + "/{id}/cancellation");
        example("batch.zip", this::exported, BATCHES + "/{id}/mta-sts.zip");
        example("batch.records", this::exported, BATCHES + "/{id}/records.csv");
    }

    private void rest() {
        example("audit.audit", this::registered, "/api/v1/audit?action=domain.registered");
        example("settings.get", this::nothing, "/api/v1/settings");
        example("settings.put", this::settings, "/api/v1/settings", "{\"policyHostTarget\": \"sts.example.net\"}");
        example("sample.add", this::nothing, "/api/v1/sample-data");
        example("sample.remove", this::sampled, "/api/v1/sample-data");
        example("validate.policy", this::nothing, "/api/v1/validate/policy", POLICY);
        example(
                "validate.record",
                this::nothing,
                "/api/v1/validate/record",
                "[\"v=STSv1; id=1\", [\"v=spf1\", \" -all\"]]");
        example("validate.match", this::nothing, "/api/v1/validate/match?pattern=*.example.net&host=mx.example.net");
    }

    private Answer nothing() {
        return caller.get("/api/v1/audit");
    }

    private Answer settings() {
        return caller.get("/api/v1/settings");
    }

    private Answer registered() {
        return done(caller.post(DOMAINS, "{\"name\": \"Bücher.example\", \"mxHosts\": [\"mx.example.net\"]}"));
    }

    private Answer removed() {
        return done(matching(registered()).delete(DOMAIN));
    }

    private Answer drafted() {
        registered();
        return caller.get(DOMAIN + "/draft");
    }

    private Answer published() {
        registered();
        var published = done(caller.post(DOMAIN + "/versions", "{}"));
        clock.advance(Duration.ofMinutes(1));
        return published;
    }

    private Answer publishedElsewhere() {
        done(matching(registered()).patch(DOMAIN, "{\"place\": \"elsewhere\"}"));
        return done(caller.post(DOMAIN + "/versions", "{}"));
    }

    private Answer publishedAgain() {
        published();
        done(caller.put(DOMAIN + "/draft", "{\"mx\": [\"mx.example.net\", \"mx2.example.net\"]}"));
        return done(caller.post(DOMAIN + "/versions", "{}"));
    }

    private Answer draftedOnceMore() {
        publishedAgain();
        return done(caller.put(DOMAIN + "/draft", "{\"mx\": [\"mx3.example.net\"]}"));
    }

    private Answer promoted() {
        published();
        var promoted = done(caller.post(DOMAIN + "/promotion", "{\"reason\": \"tested by hand\"}"));
        clock.advance(Duration.ofMinutes(1));
        return promoted;
    }

    private Answer sampled() {
        return done(caller.send("POST", "/api/v1/sample-data", null, ""));
    }

    private Answer imported() {
        return ended(caller.send("POST", IMPORTS, "text/csv", "example.com,mx.example.net"));
    }

    private Answer adoptedMany() {
        return ended(caller.with("Content-Type", "application/zip").post(MANY, archive()));
    }

    private Answer exported() {
        published();
        return ended(caller.post(BATCHES, "{\"act\": \"export\", \"query\": \"\"}"));
    }

    private Answer importLookedAt() {
        return judged(caller.send("POST", IMPORTS + "?confirm=false", "text/csv", "example.com,mx.example.net"));
    }

    private Answer adoptionLookedAt() {
        return judged(caller.with("Content-Type", "application/zip").post(MANY + "?confirm=false", archive()));
    }

    private Answer batchLookedAt() {
        registered();
        return judged(caller.post(BATCHES, "{\"act\": \"publish\", \"query\": \"\", \"confirm\": false}"));
    }

    private Answer judged(Answer begun) {
        return until("judged", begun);
    }

    private Answer ended(Answer begun) {
        return until("done", begun);
    }

    private Answer until(String state, Answer begun) {
        done(begun);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(60))
                .until(() -> caller.get(begun.header("Location")).text("state").equals(state));
        return begun;
    }

    private Caller matching(Answer answer) {
        return caller.with("If-Match", answer.header("ETag"));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
        return answer;
    }

    private static byte[] archive() {
        var octets = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(octets)) {
            for (var file : Map.of("example.org.txt", POLICY, "ids.csv", "example.org,2024a")
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return octets.toByteArray();
    }
}
