package mtasts.rfc8461;

/** What is to be said about a pattern that the grammar takes, whatever hosts there are. */
final class PatternRules {

    /** Every host of its is two labels below this name. */
    static final String MICROSOFT = "mx.microsoft";

    private PatternRules() {}

    static void judge(MxPattern pattern, Place place, Findings findings) {
        String name = pattern.name().ascii();
        if (NameSyntax.isAddress(name)) {
            findings.say(PolicyWords.MX_ADDRESS.at(place, pattern.text()));
        } else if (pattern.wildcard() && name.equals(MICROSOFT)) {
            findings.say(PolicyWords.MX_DEPTH_MICROSOFT.at(place, pattern.text()));
        } else if (pattern.wildcard() && SharedNames.hasCustomers(name)) {
            findings.say(PolicyWords.MX_BROAD_SHARED.at(place, pattern.text(), name));
        } else if (pattern.wildcard() && SharedNames.isPublicSuffix(name)) {
            findings.say(PolicyWords.MX_BROAD_SUFFIX.at(place, pattern.text(), name));
        }
    }
}
