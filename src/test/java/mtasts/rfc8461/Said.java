package mtasts.rfc8461;

import java.util.List;
import java.util.stream.Collectors;

/** Findings in short, for tables: {@code policy.mx.duplicate 4:5}, with {@code → remedy} where there is one. */
final class Said {

    private Said() {}

    static List<String> in(Reading<?> reading) {
        return reading.findings().stream().map(Said::brief).toList();
    }

    static String lines(Reading<?> reading) {
        return in(reading).stream().collect(Collectors.joining("\n"));
    }

    private static String brief(Finding finding) {
        Place place = finding.place();
        String where = place.equals(Place.NONE) ? "" : " " + place.line() + ":" + place.column() + "+" + place.length();
        return finding.words()
                + where
                + finding.remedy().map(remedy -> " → " + remedy).orElse("");
    }
}
