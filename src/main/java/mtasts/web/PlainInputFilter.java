package mtasts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses, before anybody reads it, what no form of ours sends: too much at once, broken encoding, NUL characters. */
class PlainInputFilter extends OncePerRequestFilter {

    /** What a program sends is no form, even where curl says so: reading its parameters would read the body away. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ApiAnswers.answers(request) && !request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, String[]> parameters;
        try {
            parameters = request.getParameterMap();
        } catch (InvalidParameterException refused) {
            response.sendError(refused.getErrorCode());
            return;
        }
        if (parameters.entrySet().stream().anyMatch(PlainInputFilter::holdsNul)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean holdsNul(Map.Entry<String, String[]> parameter) {
        return parameter.getKey().indexOf('\0') >= 0
                || Arrays.stream(parameter.getValue()).anyMatch(value -> value.indexOf('\0') >= 0);
    }
}
