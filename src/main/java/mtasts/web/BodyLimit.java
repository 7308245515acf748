package mtasts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds what a request to the API may send: 1 MB, and 32 MB where a whole estate comes in. Beyond that it is 413. */
class BodyLimit extends OncePerRequestFilter {

    private static final DataSize USUAL = DataSize.ofMegabytes(1);
    private static final DataSize ESTATE = DataSize.ofMegabytes(32);

    private final ApiAnswers answers;

    BodyLimit(ApiAnswers answers) {
        this.answers = answers;
    }

    /** The body went over its bound while it was read. */
    static final class TooLarge extends IOException {

        private final long megabytes;

        TooLarge(DataSize limit) {
            super("body over " + limit);
            this.megabytes = limit.toMegabytes();
        }

        ApiProblem problem() {
            return new ApiProblem(
                    HttpStatus.CONTENT_TOO_LARGE, "request.too-large", Words.of("web.api.too-large", megabytes));
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiAnswers.answers(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = request.getRequestURI().matches("/api/v1/(imports|adoptions/many)") ? ESTATE : USUAL;
        if (request.getContentLengthLong() > limit.toBytes()) {
            answers.write(new TooLarge(limit).problem(), request, response);
            return;
        }
        chain.doFilter(new Bounded(request, limit), response);
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final DataSize limit;

        Bounded(HttpServletRequest request, DataSize limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends WatchedBody {

        private final DataSize limit;
        private long read;

        Counted(ServletInputStream body, DataSize limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        void came(byte[] octets, int from, int number) throws TooLarge {
            read += number;
            if (read > limit.toBytes()) {
                throw new TooLarge(limit);
            }
        }
    }
}
