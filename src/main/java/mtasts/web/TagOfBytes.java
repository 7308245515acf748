package mtasts.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** An answer of the API without a tag of its own gets one of its bytes. What is streamed is not held back for that. */
class TagOfBytes extends ShallowEtagHeaderFilter {

    private static final Pattern STREAMED = Pattern.compile("/api/v1/(export|batches/[^/]+/[^/]+)\\.(zip|csv)");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return STREAMED.matcher(request.getServletPath()).matches();
    }
}
