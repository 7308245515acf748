package mtasts.account;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A browser without script: it keeps cookies, and sends a form with the token of the page that it last saw. */
public class Visitor {

    private static final String BOUNDARY = "between-parts";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(typed[^\"]*)\" value=\"([^\"]*)\" ?/>");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String site;
    private final List<String> headers = new ArrayList<>();
    private String token = "";

    public Visitor(int port) {
        this.site = "http://127.0.0.1:" + port;
    }

    /** Every request from now on comes with this header too. */
    Visitor with(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    /** From another network address, as a proxy on this machine tells it. */
    Visitor from(String address) {
        return with("X-Forwarded-For", address);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** @param fields names and values in turn */
    public HttpResponse<String> post(String path, String... fields) {
        var body = new StringBuilder("_csrf=" + encoded(token));
        for (int place = 0; place < fields.length; place += 2) {
            body.append('&').append(encoded(fields[place])).append('=').append(encoded(fields[place + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /**
     * Sends a form with a file.
     *
     * @param content empty where none was chosen
     * @param fields names and values in turn
     */
    HttpResponse<String> sendFile(String path, String name, String content, String... fields) {
        var body = new StringBuilder(part("_csrf", token));
        for (int place = 0; place < fields.length; place += 2) {
            body.append(part(fields[place], fields[place + 1]));
        }
        var file = content.isEmpty() ? "" : "a.csv";
        body.append(part(name + "\"; filename=\"" + file, content)).append("--" + BOUNDARY + "--\r\n");
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** Sends a form and follows where it leads, once. */
    HttpResponse<String> press(String path, String... fields) {
        var answer = post(path, fields);
        return answer.headers().firstValue("Location").map(this::get).orElse(answer);
    }

    public HttpResponse<String> signIn(String mail, String password) {
        get("/sign-in");
        return post("/sign-in", "mail", mail, "password", password);
    }

    /** Signs in on the page that carries what was typed, and sends that along. */
    HttpResponse<String> signInAgain(String page, String mail, String password) {
        return carrying(page, "/sign-in", "mail", mail, "password", password);
    }

    /** The page that carries what was typed, asked for in another language or theme. */
    HttpResponse<String> switched(String path, String page) {
        return carrying(page, path);
    }

    private HttpResponse<String> carrying(String page, String path, String... typed) {
        var fields = new ArrayList<>(List.of(typed));
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.add(HtmlUtils.htmlUnescape(hidden.group(1)));
            fields.add(HtmlUtils.htmlUnescape(hidden.group(2)));
        }
        return post(path, fields.toArray(String[]::new));
    }

    /** Whether the person is in: the own account is shown. */
    boolean isIn() {
        return get("/account").statusCode() == 200;
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    void plant(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("127.0.0.1");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(site), cookie);
    }

    void forget(String name) {
        var store = cookies.getCookieStore();
        store.getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> store.remove(URI.create(site), cookie));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(site + path));
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = HtmlUtils.htmlUnescape(found.group(1));
            }
            return response;
        } catch (IOException problem) {
            throw new AssertionError(problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
