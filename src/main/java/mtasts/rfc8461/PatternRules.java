package mtasts.rfc8461;

import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** What is to be said about a pattern that the grammar takes, whatever hosts there are. */
final class PatternRules {

    /** Under these anyone can have a host, though they are on no list of public suffixes. */
    private static final Set<String> SHARED = Set.of(
            "amazonaws.com",
            "azure.com",
            "cloudapp.net",
            "clients.your-server.de",
            "contaboserver.net",
            "googleusercontent.com",
            "linodeusercontent.com",
            "onmicrosoft.com",
            "vultrusercontent.com",
            "windows.net");

    /** Every host of its is two labels below this name. */
    static final String MICROSOFT = "mx.microsoft";

    private PatternRules() {}

    static List<Finding> judge(MxPattern pattern, Place place) {
        if (NameSyntax.isAddress(pattern.name().ascii())) {
            return List.of(PolicyWords.MX_ADDRESS.at(place, pattern.text()));
        }
        if (!pattern.wildcard()) {
            return List.of();
        }
        String name = pattern.name().ascii();
        if (name.equals(MICROSOFT)) {
            return List.of(PolicyWords.MX_DEPTH_MICROSOFT.at(place, pattern.text()));
        }
        if (SHARED.contains(name)) {
            return List.of(PolicyWords.MX_BROAD_SHARED.at(place, pattern.text(), name));
        }
        return PublicSuffixes.contains(name)
                ? List.of(PolicyWords.MX_BROAD_SUFFIX.at(place, pattern.text(), name))
                : List.of();
    }

    /** Loaded when the first wildcard is met. */
    private static final class PublicSuffixes {
        private static final PublicSuffixMatcher LIST = PublicSuffixMatcherLoader.getDefault();

        static boolean contains(String name) {
            return LIST.matches(name);
        }
    }
}
