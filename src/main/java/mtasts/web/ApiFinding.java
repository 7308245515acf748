package mtasts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import mtasts.rfc8461.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the API tells it, in the words of the pages and in the language of the request.
 *
 * @param code its stable code, such as {@code policy.mx.syntax}
 * @param severity {@code invalid}, {@code danger}, {@code advice} or {@code ok}
 * @param line counted from 1; {@code null} where the whole is meant
 * @param column counted from 1 in UTF-16 units; {@code null} where the whole is meant
 * @param message what is wrong, and what that means
 * @param remedy what to do
 * @param rfc where the rule stands, such as {@code RFC 8461 §3.2}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ApiFinding(
        String code,
        String severity,
        @Nullable Integer line,
        @Nullable Integer column,
        String message,
        String remedy,
        String rfc) {

    /** Says one finding. */
    public static ApiFinding of(Finding finding, Wording wording) {
        var place = finding.place();
        return new ApiFinding(
                finding.code().text(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                place.line() == 0 ? null : place.line(),
                place.column() == 0 ? null : place.column(),
                wording.text(FindingViews.what(finding)) + ". " + wording.text(FindingViews.words(finding, "means")),
                wording.text(FindingViews.words(finding, "do")),
                finding.code().section());
    }

    /** Says each of them, in the order given. */
    public static List<ApiFinding> of(List<Finding> findings, Wording wording) {
        return findings.stream().map(finding -> of(finding, wording)).toList();
    }
}
