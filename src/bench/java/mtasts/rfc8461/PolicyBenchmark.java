package mtasts.rfc8461;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading with all findings, matching and writing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class PolicyBenchmark {

    private static final String EXAMPLE = """
        version: STSv1
        mode: enforce
        mx: mail.example.com
        mx: *.example.net
        mx: backupmx.example.com
        max_age: 604800
        """.replace("\n", "\r\n");

    private static final String EIGHT_LINES = """
        version: STSv1
        mode: enforce
        mx: mx1.example.net
        mx: mx2.example.net
        mx: mx3.example.net
        mx: mx4.example.net
        mx: *.mail.protection.outlook.com
        max_age: 1209600
        """.replace("\n", "\r\n");

    private final byte[] example = EXAMPLE.getBytes(StandardCharsets.US_ASCII);
    private final byte[] eightLines = EIGHT_LINES.getBytes(StandardCharsets.US_ASCII);

    private final Policy policy = PolicyReader.read(EIGHT_LINES).value().orElseThrow();
    private final DomainName covered = DomainName.of("example-com.mail.protection.outlook.com");

    @Benchmark
    public Reading<Policy> readExample() {
        return PolicyReader.read(example);
    }

    @Benchmark
    public Reading<Policy> readEightLines() {
        return PolicyReader.read(eightLines);
    }

    @Benchmark
    public boolean match() {
        return policy.permits(covered);
    }

    @Benchmark
    public String write() {
        return policy.text();
    }
}
