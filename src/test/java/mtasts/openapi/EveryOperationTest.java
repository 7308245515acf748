package mtasts.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mtasts.ApplicationTest;
import mtasts.FakeClock;
import mtasts.account.Caller;
import mtasts.account.Caller.Answer;
import mtasts.account.Programs;
import mtasts.openapi.Examples.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every operation that is described is done, and refused in every way in which each may be: one that is added fails here
 * until {@link Examples} says how it is called. What is peculiar to one is tested beside it.
 */
@ApplicationTest
class EveryOperationTest {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final byte[] TEN_MEGABYTES = octets(10);
    /** More than any operation takes. */
    private static final byte[] TOO_MUCH = octets(33);

    static final String NO_NUMBER = "999999";
    private static final Set<String> IF_MATCH_MAY_BE_LEFT_OUT = Set.of("version.publish");

    @Autowired
    Programs programs;

    @Autowired
    FakeClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Caller caller;
    Examples examples;

    @BeforeEach
    void aTokenThatMayWrite() {
        caller = programs.writing();
        examples = new Examples(caller, clock);
    }

    static Stream<Operation> all() {
        return Operation.all().stream();
    }

    static Stream<Operation> reading() {
        return all().filter(Operation::reads);
    }

    static Stream<Operation> writing() {
        return all().filter(operation -> !operation.reads() && !operation.open());
    }

    static Stream<Operation> withBody() {
        return all().filter(operation -> !operation.body().isEmpty());
    }

    static Stream<Operation> ofState() {
        return all().filter(operation -> operation.has("If-Match"));
    }

    static Stream<Operation> paged() {
        return all().filter(operation -> operation.has("size"));
    }

    @Test
    void noExampleIsOfAnOperationThatIsNone() {
        assertThat(examples.operations()).isSubsetOf(all().map(Operation::id).toList());
    }

    @ParameterizedTest
    @MethodSource("reading")
    void whatIsReadHasATagAndIsNotSentTwice(Operation operation) {
        var call = examples.prepared(operation);
        var answer = send(call, caller);
        assertThat(operation.done()).as("%s", answer).contains(answer.status());
        if (!operation.streamed()) {
            assertThat(answer.header("ETag")).isNotEmpty();
            var again = send(call, caller.with("If-None-Match", answer.header("ETag")));
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.response().body()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("writing")
    void whatIsSentAgainWithItsKeyIsDoneOnceAndAnsweredTheSame(Operation operation) {
        var call = examples.prepared(operation);
        var keyed = caller.with("Idempotency-Key", "k");
        var before = deeds();
        var first = send(call, keyed);
        assertThat(operation.done()).as("%s", first).contains(first.status());
        var after = deeds();
        var second = send(call, keyed);
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.response().body()).isEqualTo(first.response().body());
        for (var header : List.of("ETag", "Location", "Content-Type")) {
            assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(deeds()).isEqualTo(after);
        if (!operation.id().endsWith(".cancel")) {
            assertThat(after).isNotEqualTo(before);
        }
        refused(422, "request.other-body", keyed, by -> send(call, by, operation.body(), "other".getBytes(UTF_8)));
        refused(
                422,
                "request.other-body",
                keyed,
                by -> send(call.to(call.path() + (call.path().contains("?") ? "&" : "?") + "other=1"), by));
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void whatCannotBeReadIsRefused(Operation operation) {
        var call = examples.alone(operation);
        if (operation.takesJson()) {
            for (var unreadable : List.of("{", "nothing", "{\"no-such-member\": 1}", "{} {}")) {
                refused(
                        400,
                        "request.unreadable",
                        caller,
                        by -> send(call, by, operation.body(), unreadable.getBytes(UTF_8)));
            }
        }
        var other = operation.takesJson() ? "text/plain" : "multipart/form-data; boundary=x";
        refused(415, "request.media-type", caller, by -> send(call, by, other, call.body()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsTooLargeIsRefused(Operation operation) {
        var call = examples.alone(operation);
        var size = Set.of("import.start", "adoptmany.start").contains(operation.id()) ? TOO_MUCH : TEN_MEGABYTES;
        refused(413, "request.too-large", caller, by -> send(call, by, operation.body(), size));
        if (!operation.body().isEmpty()) {
            var type = operation.body();
            for (var by : List.of(caller, caller.with("Idempotency-Key", "k"))) {
                var answer = send(call, by, type, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(size)));
                assertThat(answer.status()).as("in chunks: %s", answer).isEqualTo(413);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofState")
    void aChangeNamesTheStateThatItWasDecidedOn(Operation operation) {
        var call = examples.prepared(operation);
        var stale = call.seen("\"stale\"");
        refused(412, "request.changed", caller, by -> send(stale, by));
        if (!IF_MATCH_MAY_BE_LEFT_OUT.contains(operation.id())) {
            var nothing = call.seen("");
            refused(428, "request.if-match", caller, by -> send(nothing, by));
        }
        assertThat(operation.done()).contains(send(call, caller).status());
    }

    @Test
    void nobodyIsAnsweredWithoutATokenThatWorks() {
        var strangers = programs.strangers();
        all().filter(operation -> !operation.open())
                .map(examples::alone)
                .forEach(call -> strangers.forEach(nobody -> {
                    var answer = refused(401, nobody, by -> send(call, by));
                    assertThat(answer.code()).startsWith("token.");
                    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
                }));
    }

    @Test
    void whatIsOpenIsAnsweredToEverybody() {
        var strangers = programs.strangers();
        all().filter(Operation::open)
                .map(examples::alone)
                .forEach(call -> assertThat(strangers.stream()
                                .map(nobody -> send(call, nobody).status()))
                        .as("%s", call)
                        .containsOnly(200));
    }

    @Test
    void aTokenThatReadsChangesNothing() {
        var reading = programs.reading();
        var before = deeds();
        writing().map(examples::alone).forEach(call -> {
            var answer = refused(403, "token.reads-only", reading, by -> send(call, by));
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
        });
        assertThat(deeds()).isEqualTo(before);
    }

    @Test
    void aMethodThatAPathDoesNotHaveIsToldFromThoseThatItHas() {
        all().collect(Collectors.groupingBy(Operation::path)).forEach((path, operations) -> {
            var has = operations.stream().map(Operation::method).toList();
            var call = examples.alone(operations.getFirst());
            METHODS.stream().filter(method -> !has.contains(method)).forEach(method -> {
                var answer = refused(405, "request.method", caller, by -> by.send(method, call.path(), null, ""));
                assertThat(answer.header("Allow").split(", ?"))
                        .as("%s %s", method, path)
                        .filteredOn(METHODS::contains)
                        .containsExactlyInAnyOrderElementsOf(has);
            });
        });
    }

    @Test
    void whatAPathNamesIsThereOrItIsNotFound() {
        all().filter(operation -> operation.path().contains("{"))
                .map(examples::alone)
                .forEach(call -> {
                    refused(404, caller, by -> send(call, by));
                    if (call.operation().names()) {
                        refused(404, "domain.unknown", caller, by -> send(called(call, "-no-name-"), by));
                        refused(404, "domain.unknown", caller, by -> send(called(call, "%C2%A0"), by));
                    } else {
                        var path = call.path().replace(NO_NUMBER, "x");
                        refused(400, "request.parameter", caller, by -> send(call.to(path), by));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("paged")
    void aPageIsOneOfAtMostTwoHundred(Operation operation) {
        var call = examples.prepared(operation);
        var path = call.path() + (call.path().contains("?") ? "&" : "?");
        assertThat(send(call.to(path + "page=1&size=200"), caller).status()).isEqualTo(200);
        for (var wrong : List.of("size=201", "size=0", "size=x", "page=0", "page=x")) {
            refused(400, "request.parameter", caller, by -> send(call.to(path + wrong), by));
        }
    }

    /** The whole database, but for what only says how it was asked: rows of each table that deeds leave. */
    private List<Long> deeds() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("job where state in ('judging', 'queued', 'running')") == 0);
        return Stream.of("audit_entry", "job", "domain", "draft", "policy_version")
                .map(this::count)
                .toList();
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private static Call called(Call call, String name) {
        return call.to(call.path().replaceFirst("/domains/[^/?]+", "/domains/" + name));
    }

    private Answer refused(int status, String code, Caller caller, Function<Caller, Answer> asked) {
        var answer = refused(status, caller, asked);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        return answer;
    }

    /** That it is a problem, {@link Caller} sees to; here it is one in the language of whoever asked. */
    private Answer refused(int status, Caller caller, Function<Caller, Answer> asked) {
        var english = asked.apply(caller);
        var spanish = asked.apply(caller.with("Accept-Language", "es"));
        assertThat(english.status()).as("%s", english).isEqualTo(status);
        assertThat(spanish.status()).as("%s", spanish).isEqualTo(status);
        assertThat(spanish.code()).isEqualTo(english.code());
        assertThat(spanish.text("detail")).isNotEmpty().isNotEqualTo(english.text("detail"));
        return english;
    }

    private Answer send(Call call, Caller by) {
        return send(call, by, call.operation().body(), call.body());
    }

    private Answer send(Call call, Caller by, String type, byte[] body) {
        return send(call, by, type, BodyPublishers.ofByteArray(body));
    }

    private Answer send(Call call, Caller by, String type, BodyPublisher body) {
        var operation = call.operation();
        var matching = operation.has("If-Match") && !call.tag().isEmpty() ? by.with("If-Match", call.tag()) : by;
        return matching.sendFrom(
                operation.method(),
                call.path(),
                type.isEmpty() ? null : type,
                operation.reads() && body.contentLength() == 0 ? BodyPublishers.noBody() : body);
    }

    private static byte[] octets(int megabytes) {
        var octets = new byte[megabytes * 1024 * 1024];
        Arrays.fill(octets, (byte) ' ');
        return octets;
    }
}
