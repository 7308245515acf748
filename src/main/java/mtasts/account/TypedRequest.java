package mtasts.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request that signed in, now with the fields that it carried in place of its own. */
class TypedRequest extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters;

    TypedRequest(HttpServletRequest signIn, Typed typed) {
        super(signIn);
        this.parameters = typed.parameters();
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }
}
