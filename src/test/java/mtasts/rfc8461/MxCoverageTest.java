package mtasts.rfc8461;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MxCoverageTest {

    /** Reason, mode, patterns from line 3 on, MX hosts, what is said. */
    static Stream<Arguments> said() {
        return Stream.of(
                arguments(
                        "all covered", "enforce", "mx1.example.net *.example.org", "mx1.example.net a.example.org", ""),
                arguments("no hosts, nothing to say", "enforce", "mx1.example.net", "", ""),
                arguments("one host, two patterns", "enforce", "a.example.org *.example.org", "a.example.org", ""),
                arguments("one pattern, two hosts", "enforce", "*.example.org", "a.example.org b.example.org", ""),
                arguments(
                        "uncovered in testing",
                        "testing",
                        "a.example",
                        "a.example b.example",
                        "policy.mx.uncovered.testing"),
                arguments(
                        "uncovered in enforce",
                        "enforce",
                        "a.example",
                        "a.example b.example b.example",
                        "policy.mx.uncovered.enforce"),
                arguments("nothing counts in none", "none", "a.example", "b.example", ""),
                arguments("stale", "testing", "a.example b.example", "a.example", "policy.mx.stale 4:5+9"),
                arguments("stale wildcard", "testing", "*.b.example a.example", "a.example", "policy.mx.stale 3:5+11"),
                arguments(
                        "stale once",
                        "testing",
                        "a.example b.example b.example",
                        "a.example",
                        "policy.mx.stale 4:5+9\npolicy.mx.duplicate 5:5+9"),
                arguments(
                        "an address is not stale as well",
                        "testing",
                        "a.example 192.0.2.1",
                        "a.example",
                        "policy.mx.address 4:5+9"),
                arguments(
                        "one label too many",
                        "testing",
                        "*.example.org",
                        "a.b.example.org",
                        "policy.mx.depth.below 3:5+13"),
                arguments("no label", "testing", "*.example.org", "example.org", "policy.mx.depth.self 3:5+13"),
                arguments(
                        "depth for each host",
                        "enforce",
                        "*.example.org",
                        "a.b.example.org c.d.example.org",
                        "policy.mx.depth.below 3:5+13\npolicy.mx.depth.below 3:5+13"),
                arguments(
                        "two labels too many",
                        "enforce",
                        "*.example.org",
                        "a.b.c.example.org",
                        "policy.mx.stale 3:5+13\npolicy.mx.uncovered.enforce"),
                arguments(
                        "missed by one, covered by another",
                        "enforce",
                        "*.org *.example.org",
                        "a.example.org",
                        "policy.mx.broad.suffix 3:5+5\npolicy.mx.stale 3:5+5"),
                arguments(
                        "Microsoft is told once",
                        "enforce",
                        "*.mx.microsoft",
                        "a.h-v1.mx.microsoft",
                        "policy.mx.depth.microsoft 3:5+14"),
                arguments(
                        "a host of one label",
                        "enforce",
                        "*.a a",
                        "a b",
                        "policy.mx.broad.suffix 3:5+3\npolicy.mx.stale 3:5+3\npolicy.mx.uncovered.enforce"),
                arguments(
                        "a host of 253 octets",
                        "enforce",
                        "a.example",
                        "a.example " + "a.".repeat(126) + "b",
                        "policy.mx.uncovered.enforce"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void said(String reason, String mode, String patterns, String hosts, String expected) {
        String text = Policy.write(mode, List.of(patterns.split(" ")), "1209600");
        List<DomainName> names = hosts.isEmpty()
                ? List.of()
                : Stream.of(hosts.split(" ")).map(DomainName::of).toList();
        assertThat(Said.lines(PolicyReader.read(text, names))).as(reason).isEqualTo(expected);
    }
}
