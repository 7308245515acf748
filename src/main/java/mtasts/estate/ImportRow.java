package mtasts.estate;

/**
 * A row of an import, as it was given.
 *
 * @param mx hosts between spaces
 * @param tags between spaces
 * @param fields how many fields the row has
 * @param columns how many there are to be
 * @param first the line on which the same name stood before, 0 where there is none
 */
record ImportRow(String domain, String mx, String tags, int fields, int columns, int first) {}
