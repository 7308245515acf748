package mtasts.rfc8461;

/** How a slip of the pen differs from what was meant. */
final class Nearness {

    private Nearness() {}

    /** Whether one character was added, left out, exchanged for another, or swapped with its neighbour. */
    static boolean isOneEdit(String written, String meant) {
        int same = 0;
        while (same < written.length() && same < meant.length() && written.charAt(same) == meant.charAt(same)) {
            same++;
        }
        String here = written.substring(same);
        String there = meant.substring(same);
        return switch (here.length() - there.length()) {
            case 1 -> here.substring(1).equals(there);
            case -1 -> there.substring(1).equals(here);
            case 0 -> !here.isEmpty() && (here.substring(1).equals(there.substring(1)) || isSwap(here, there));
            default -> false;
        };
    }

    private static boolean isSwap(String here, String there) {
        return here.length() > 1
                && here.charAt(0) == there.charAt(1)
                && here.charAt(1) == there.charAt(0)
                && here.substring(2).equals(there.substring(2));
    }
}
