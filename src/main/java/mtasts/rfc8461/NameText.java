package mtasts.rfc8461;

import java.util.Optional;

/** A text that is no name, or no pattern, and how to speak of it. */
record NameText(String text, boolean pattern, Place place) {

    Optional<Finding> when(boolean broken, NameFault fault) {
        return broken ? Optional.of(finding(fault, text)) : Optional.empty();
    }

    Finding finding(NameFault fault, String... arguments) {
        return fault.in(pattern).at(place, arguments);
    }

    /** The fault, where the candidate is what was probably meant; otherwise another rule may know better. */
    Optional<Finding> mended(NameFault fault, String candidate) {
        return good(candidate).map(remedy -> fault.in(pattern).mended(place, remedy, text));
    }

    /** Without the star and dot that a pattern may begin with. */
    String name() {
        return isWildcard(text) ? text.substring(2) : text;
    }

    private boolean isWildcard(String candidate) {
        return pattern && candidate.startsWith("*.");
    }

    /** The candidate as it should be written, where it is a name, or a pattern. */
    Optional<String> good(String candidate) {
        boolean wildcard = isWildcard(candidate);
        return DomainName.find(wildcard ? candidate.substring(2) : candidate)
                .map(name -> wildcard ? "*." + name.ascii() : name.ascii())
                .filter(text -> text.length() <= NameSyntax.LONGEST);
    }
}
