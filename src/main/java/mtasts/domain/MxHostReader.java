package mtasts.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import mtasts.rfc8461.DomainName;
import mtasts.rfc8461.Reading;
import mtasts.web.FreeText;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads MX hosts line by line; each line may be what a tool printed or what a person typed. What DNS takes as the name of a
 * host is taken, also where it begins like an A-label and is none: mail goes there.
 */
final class MxHostReader {

    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int MOST_PROBLEMS = 20;
    private static final int HIGHEST_PREFERENCE = 65_535;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z},]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Map<String, MxHost> hosts = new LinkedHashMap<>();
    private final List<MxHosts.Problem> problems = new ArrayList<>();
    private boolean noMail;

    MxHosts read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return new MxHosts(
                    List.of(), false, List.of(new MxHosts.Problem(0, Words.of("domain.mx.long", LONGEST_TEXT / 1024))));
        }
        int number = 0;
        for (String line : text.lines().toList()) {
            readLine(++number, line);
        }
        if (noMail && !hosts.isEmpty()) {
            object(0, "domain.mx.null-and-hosts");
        }
        if (hosts.size() > Domain.MOST_HOSTS) {
            object(0, "domain.mx.many", hosts.size(), Domain.MOST_HOSTS);
        }
        return new MxHosts(List.copyOf(hosts.values()), noMail && hosts.isEmpty(), problems);
    }

    private void readLine(int number, String line) {
        var comment = line.indexOf(';');
        var words = Arrays.stream(BETWEEN.split(comment < 0 ? line : line.substring(0, comment)))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return;
        }
        var answer = answer(words);
        if (answer == null) {
            object(number, "domain.mx.record", FreeText.shown(line.strip()));
        } else {
            readAnswer(number, answer);
        }
    }

    /** What follows the words that a tool puts before preference and host; {@code null} for another record than MX. */
    private static @Nullable List<String> answer(List<String> words) {
        var lower = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        int mx = lower.indexOf("mx");
        int by = lower.indexOf("handled") + 1;
        int exchanger = lower.indexOf("exchanger");
        if (exchanger > 0) {
            int preference = lower.indexOf("preference");
            var host = words.subList(Math.min(exchanger + 2, words.size()), words.size());
            return preference < 0 || preference + 2 >= words.size()
                    ? host
                    : List.of(words.get(preference + 2), String.join(" ", host));
        }
        if (by > 0 && by < words.size() - 1) {
            return words.subList(by + 1, words.size());
        }
        if (mx >= 0 && mx < words.size() - 1) {
            return words.subList(mx + 1, words.size());
        }
        return lower.contains("in") ? null : words;
    }

    /** Hosts, each with a preference before it if it has one; a single host may have it behind. */
    private void readAnswer(int line, List<String> words) {
        if (words.size() == 2 && !isNumber(words.get(0)) && isNumber(words.get(1))) {
            readHost(line, words.get(1), words.get(0));
            return;
        }
        String preference = null;
        for (String word : words) {
            if (preference == null && isNumber(word)) {
                preference = word;
            } else {
                readHost(line, preference, word);
                preference = null;
            }
        }
        if (preference != null) {
            object(line, "domain.mx.no-host", FreeText.shown(preference));
        }
    }

    private void readHost(int line, @Nullable String preference, String host) {
        if (preference != null && !isPreference(preference)) {
            object(line, "domain.mx.preference", FreeText.shown(preference));
        } else if (host.equals(".")) {
            noMail = true;
        } else if (host.startsWith("*.")) {
            object(line, "domain.mx.pattern", FreeText.shown(host));
        } else {
            switch (DomainName.read(host)) {
                case Reading.Read<DomainName> read
                when NameReader.isSingle(read.read()) ->
                    object(line, "domain.mx.single", read.read().ascii());
                case Reading.Read<DomainName> read ->
                    hosts.putIfAbsent(
                            read.read().ascii(),
                            new MxHost(
                                    preference == null ? null : Integer.valueOf(preference),
                                    read.read().ascii()));
                case Reading.Refused<DomainName> refused -> {
                    if (problems.size() < MOST_PROBLEMS) {
                        problems.add(new MxHosts.Problem(
                                line, NameReader.says(refused.findings().getFirst())));
                    }
                }
            }
        }
    }

    private void object(int line, String key, Object... arguments) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new MxHosts.Problem(line, Words.of(key, arguments)));
        }
    }

    private static boolean isPreference(String number) {
        return number.length() <= 5 && Integer.parseInt(number) <= HIGHEST_PREFERENCE;
    }

    private static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }
}
