package mtasts.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Why a request to the API is refused, thrown by a resource and told as RFC 9457 has it in one place. Its code never
 * changes meaning.
 */
public final class ApiProblem extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final transient Words detail;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /**
     * @param code stable and dotted, such as {@code policy.reason-needed}
     * @param detail what is wrong and what to do
     */
    public ApiProblem(HttpStatus status, String code, Words detail) {
        super(status.value() + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /** What the request asks for would be a change that the present state does not allow. */
    public static ApiProblem conflict(String code, Words detail) {
        return new ApiProblem(HttpStatus.CONFLICT, code, detail);
    }

    /** 412: somebody else changed it since it was read. */
    public static ApiProblem changed() {
        return new ApiProblem(HttpStatus.PRECONDITION_FAILED, "request.changed", Words.of("web.api.changed"));
    }

    /** The request can be read, and what it says cannot be taken. */
    public static ApiProblem content(String code, Words detail) {
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }

    /** What the path names is not there. */
    public static ApiProblem notFound(String code, Words detail) {
        return new ApiProblem(HttpStatus.NOT_FOUND, code, detail);
    }

    /** A parameter of the query or the path is missing, or of another type. */
    public static ApiProblem parameter(String name) {
        return parameter(name, Words.of("web.api.parameter", name));
    }

    /** A parameter is of another type, and of which it should be. */
    public static ApiProblem mistyped(MethodArgumentTypeMismatchException mistyped) {
        var type = mistyped.getRequiredType();
        if (type == null) {
            return parameter(mistyped.getName());
        }
        return ClassUtils.resolvePrimitiveIfNecessary(type) == Boolean.class
                ? parameter(mistyped.getName(), List.of("true", "false"))
                : parameter(mistyped.getName(), Words.of("web.api.parameter.number", mistyped.getName()));
    }

    /** A parameter is a whole number between two others, which belong to them. */
    public static ApiProblem parameter(String name, int least, int most) {
        return parameter(name, Words.of("web.api.parameter.range", name, least, most));
    }

    /** A parameter is one of some values. */
    public static ApiProblem parameter(String name, Collection<String> values) {
        return parameter(name, Words.of("web.api.parameter.values", name, List.copyOf(values)));
    }

    /** A parameter cannot be taken, and why. */
    public static ApiProblem parameter(String name, Words detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "request.parameter", detail).with("parameter", name);
    }

    /** The same with a further member, such as {@code findings}. */
    public ApiProblem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    Words detail() {
        return Objects.requireNonNull(detail);
    }

    Map<String, Object> members() {
        return Objects.requireNonNull(members);
    }
}
