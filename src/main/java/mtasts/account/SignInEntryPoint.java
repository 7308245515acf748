package mtasts.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import mtasts.web.LocalPath;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * What becomes of a request that needs somebody signed in. A page leads through sign-in back to itself; a form is carried
 * through it with all that was typed; a script is told so, and leaves its page as it is.
 */
@Component
class SignInEntryPoint implements AuthenticationEntryPoint {

    private final FirstAccount firstAccount;

    SignInEntryPoint(FirstAccount firstAccount) {
        this.firstAccount = firstAccount;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException, ServletException {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            response.setHeader("HX-Trigger", "signed-out");
        } else if (!reads && !request.getMethod().equals("POST")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (!firstAccount.exists()) {
            response.sendRedirect("/setup");
        } else if (reads) {
            response.sendRedirect("/sign-in" + backTo(request));
        } else {
            request.getRequestDispatcher(SignInController.SIGN_IN_AGAIN).forward(request, response);
        }
    }

    private static String backTo(HttpServletRequest request) {
        var query = request.getQueryString();
        var page = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return page.equals("/") || !LocalPath.isLocal(page)
                ? ""
                : "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
