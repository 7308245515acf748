package mtasts.rfc8461;

/** Characters that no field of a policy has: controls, and what is no UTF-8. */
final class OddCharacters {

    private OddCharacters() {}

    /**
     * Tells of each, and whether there was any.
     *
     * @param tabs whether a tab is one of them, as within the value of a field that the standard does not know
     */
    static boolean tell(Source source, Findings findings, int from, int to, boolean tabs) {
        boolean any = false;
        for (int i = from; i < to; i++) {
            char character = source.at(i);
            if (character >= ' ' && character < 0x7f || character == '\t' && !tabs) {
                continue;
            }
            boolean pair = i + 1 < to && Character.isSurrogatePair(character, source.at(i + 1));
            if (pair) {
                i++;
            } else if (character <= 0x7f || Character.isSurrogate(character)) {
                any = true;
                findings.say(words(character).at(source.place(i, i + 1), shown(character)));
            }
        }
        return any;
    }

    private static Words words(char character) {
        if (character == '\t') {
            return PolicyWords.TAB;
        }
        return character <= 0x7f ? PolicyWords.CONTROL : PolicyWords.OCTET;
    }

    private static String shown(char character) {
        int octet = PolicyText.octetBehind(character);
        return octet >= 0 ? Shown.octet(octet) : Shown.text(Character.toString(character));
    }
}
