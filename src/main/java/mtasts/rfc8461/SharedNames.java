package mtasts.rfc8461;

import java.util.Set;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Names below which strangers have hosts: a wildcard over one of them would let them take the mail. */
final class SharedNames {

    /** Providers that give every customer a host below, though they are on no list of public suffixes. */
    private static final Set<String> PROVIDERS =
            Set.of("amazonaws.com", "contaboserver.net", "googleusercontent.com", "onmicrosoft.com", "vps.ovh.net");

    /** No suffix has more; a longer name need not be looked for. */
    private static final int MOST_LABELS = 7;

    private SharedNames() {}

    static boolean hasCustomers(String name) {
        return PROVIDERS.contains(name);
    }

    /** Whether it is a public suffix, or any name directly below is, as below {@code compute-1.amazonaws.com}. */
    static boolean isPublicSuffix(String name) {
        return hasFewLabels(name) && (Suffixes.LIST.matches(name) || Suffixes.LIST.matches("any." + name));
    }

    private static boolean hasFewLabels(String name) {
        int dots = 0;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '.') {
                dots++;
            }
        }
        return dots < MOST_LABELS;
    }

    /** Loaded when the first wildcard is met. */
    private static final class Suffixes {
        static final PublicSuffixMatcher LIST = PublicSuffixMatcherLoader.getDefault();
    }
}
