package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mtasts.rfc8461.Policy;
import mtasts.rfc8461.PolicyReader;
import org.junit.jupiter.api.Test;

class FindingViewsTest {

    @Test
    void aFewAreAllShown() {
        var findings = PolicyReader.read("version: STSv1\n\n\nmode: testing\nmx: a.example\nmax_age: 604800\n")
                .findings();

        assertThat(FindingViews.of(findings))
                .hasSameSizeAs(findings)
                .noneMatch(view -> view.what().key().equals("web.finding.more"));
    }

    @Test
    void ofAHostileTextFewOfEachKindAreShownAndTheRestIsCounted() {
        var findings = PolicyReader.read("\r".repeat(Policy.LONGEST)).findings();
        assertThat(findings).hasSizeGreaterThan(100_000);

        var views = FindingViews.of(findings);

        assertThat(views).hasSizeLessThan(100);
        long counted = views.stream()
                .filter(view -> view.what().key().equals("web.finding.more"))
                .mapToLong(view -> (Integer) view.what().arguments().getFirst())
                .sum();
        long shown = views.stream()
                .filter(view -> !view.what().key().equals("web.finding.more"))
                .count();
        assertThat(shown + counted).isEqualTo(findings.size());
        assertThat(List.copyOf(views.subList(0, 4)))
                .extracting(FindingView::place)
                .doesNotContainNull();
    }
}
