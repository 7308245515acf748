package mtasts.rfc8461;

import java.util.Set;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Names below which strangers have hosts: a wildcard over one of them would let them take the mail. */
final class SharedNames {

    /** Providers that give every customer a host below, though they are on no list of public suffixes. */
    private static final Set<String> PROVIDERS = Set.of(
            "amazonaws.com",
            "azure.com",
            "clients.your-server.de",
            "cloudapp.net",
            "contaboserver.net",
            "googleusercontent.com",
            "linodeusercontent.com",
            "onmicrosoft.com",
            "vultrusercontent.com",
            "windows.net");

    private static final int MOST_LABELS = 7;

    private SharedNames() {}

    static boolean hasCustomers(String name) {
        return PROVIDERS.contains(name);
    }

    static boolean isPublicSuffix(String name) {
        return name.chars().filter(character -> character == '.').count() < MOST_LABELS && Suffixes.LIST.matches(name);
    }

    /** Loaded when the first wildcard is met. */
    private static final class Suffixes {
        static final PublicSuffixMatcher LIST = PublicSuffixMatcherLoader.getDefault();
    }
}
