package mtasts.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import mtasts.openapi.Contract;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API over HTTP with a token, as a script does; every answer is held against the description. */
public final class Caller {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final @Nullable String token;
    private final List<String> headers = new ArrayList<>();

    public Caller(int port, @Nullable String token) {
        this.port = port;
        this.token = token;
    }

    /** What was answered. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The text of a member of the answer. */
        public String text(String member) {
            return json().path(member).asString();
        }

        public String code() {
            return text("code");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return response.statusCode() + " " + response.body();
        }
    }

    /** The same, with a header on each request. */
    public Caller with(String name, String value) {
        var caller = new Caller(port, token);
        caller.headers.addAll(headers);
        caller.headers.add(name);
        caller.headers.add(value);
        return caller;
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, "application/json", json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    /** Posts octets as they are, without a type. */
    public Answer post(String path, byte[] octets) {
        return sendFrom("POST", path, null, BodyPublishers.ofByteArray(octets));
    }

    public Answer send(String method, String path, @Nullable String type, @Nullable String body) {
        return sendFrom(method, path, type, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** Sends what comes from a publisher: in chunks where that does not say how much will come. */
    public Answer sendFrom(String method, String path, @Nullable String type, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            var answer = new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
            Contract.check(method, path, answer.response());
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
