package mtasts.rfc8461;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading 4 and 64 kB of lines that give the reader the most to do, each kind in its own way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class WorstCaseBenchmark {

    /** A host, a wildcard, a duplicate, an unknown field, no field, the shortest name without and with an A-label. */
    @Param({"mx: mx#.example.net", "mx: *.a#.example.net", "mx: a.b", "q:y", "a", "mx:_", "mx:ü"})
    public String line = "";

    @Param({"4096", "65536"})
    public int octets;

    private byte[] text = {};

    @Setup
    public void write() {
        StringBuilder lines = new StringBuilder("version: STSv1\nmode: enforce\nmax_age: 1209600\n");
        int written = lines.length();
        for (int i = 0; written + line.length() + 8 < octets; i++) {
            String next = line.replace("#", Integer.toString(i)) + "\n";
            lines.append(next);
            written += next.getBytes(StandardCharsets.UTF_8).length;
        }
        text = lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public Reading<Policy> read() {
        return PolicyReader.read(text);
    }
}
