package mtasts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import mtasts.web.DiffLine;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final String BEFORE =
            "version: STSv1\r\nmode: testing\r\nmx: mx1.example.net\r\nmx: mx2.example.net\r\nmax_age: 604800\r\n";

    @Test
    void sameTextsDifferInNothing() {
        assertThat(Difference.between(BEFORE, BEFORE).any()).isFalse();
        assertThat(Difference.between(BEFORE, BEFORE).lineEndsOnly()).isFalse();
        assertThat(Difference.between(BEFORE, BEFORE).lines()).hasSize(5);
    }

    @Test
    void whatWentStandsBeforeWhatCame() {
        var after =
                "version: STSv1\r\nmode: testing\r\nmx: mx2.example.net\r\nmx: mx3.example.net\r\nmax_age: 86400\r\n";

        assertThat(shown(Difference.between(BEFORE, after))).isEqualTo("""
             version: STSv1
             mode: testing
            -mx: mx1.example.net
             mx: mx2.example.net
            +mx: mx3.example.net
            -max_age: 604800
            +max_age: 86400\
            """);
    }

    @Test
    void fromNothingEveryLineIsNew() {
        assertThat(shown(Difference.between("", "mode: none\n"))).isEqualTo("+mode: none");
        assertThat(shown(Difference.between("mode: none\n", ""))).isEqualTo("-mode: none");
    }

    @Test
    void theLongestTextsThatDifferInEveryLineAreTold() {
        var before = "version: STSv1\n" + "mx: a.b\n".repeat(8_000);
        var after = "version: STSv1\n" + "mx: c.d\n".repeat(7_999) + "mode: none\n";

        assertThat(Difference.between(before, after).lines())
                .hasSize(16_001)
                .startsWith(
                        new DiffLine(DiffLine.Kind.SAME, "version: STSv1"),
                        new DiffLine(DiffLine.Kind.REMOVED, "mx: a.b"))
                .endsWith(new DiffLine(DiffLine.Kind.ADDED, "mode: none"));
        assertThat(Difference.between(before, before.replace("a.b", "c.d")).lines())
                .hasSize(16_001)
                .endsWith(new DiffLine(DiffLine.Kind.REMOVED, "mx: a.b"), new DiffLine(DiffLine.Kind.ADDED, "mx: c.d"));
    }

    @Test
    void otherLineEndsAreTold() {
        var difference = Difference.between(BEFORE, BEFORE.replace("\r\n", "\n"));

        assertThat(difference.any()).isFalse();
        assertThat(difference.lineEndsOnly()).isTrue();
    }

    private static String shown(Difference difference) {
        return difference.lines().stream()
                .map(line -> sign(line.kind()) + line.text())
                .collect(Collectors.joining("\n"));
    }

    private static String sign(DiffLine.Kind kind) {
        return switch (kind) {
            case SAME -> " ";
            case ADDED -> "+";
            case REMOVED -> "-";
        };
    }
}
