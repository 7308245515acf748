package mtasts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses, before anybody reads it, what no form of ours sends: too much at once, broken encoding, NUL characters. Those
 * that were sent in a form's field go on to {@link FormsOnly}, so that the form can say at which field they stand.
 */
class PlainInputFilter extends OncePerRequestFilter {

    /** What a program sends is no form, even where curl says so: reading its parameters would read the body away. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ApiAnswers.answers(request) && !Frame.isAsked(request);
    }

    /** What a form may hold, but for those by which a whole estate comes in. */
    private static final long LARGEST = 1024 * 1024;

    /** What is too large for the validator is told there, as long as it is no more than a form's fields can be. */
    private static final String VALIDATOR = "/validator";

    private static final Set<String> WHOLE_ESTATE = Set.of("/domains/import", "/domains/adopt/many");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > (VALIDATOR.equals(request.getRequestURI()) ? 4 * LARGEST : LARGEST)
                && !ApiAnswers.answers(request)
                && !WHOLE_ESTATE.contains(request.getRequestURI())) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        Map<String, String[]> parameters;
        try {
            parameters = request.getParameterMap();
        } catch (InvalidParameterException refused) {
            response.sendError(refused.getErrorCode());
            return;
        }
        boolean sent = request.getMethod().equals("POST");
        if (parameters.keySet().stream().anyMatch(PlainInputFilter::holdsNul)
                || !sent && anyValueHoldsNul(parameters)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        chain.doFilter(request, response);
    }

    static boolean anyValueHoldsNul(Map<String, String[]> parameters) {
        return parameters.values().stream().anyMatch(PlainInputFilter::anyHoldsNul);
    }

    static boolean anyHoldsNul(String[] values) {
        return Arrays.stream(values).anyMatch(PlainInputFilter::holdsNul);
    }

    private static boolean holdsNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
