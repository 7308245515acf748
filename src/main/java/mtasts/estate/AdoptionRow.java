package mtasts.estate;

/**
 * A file of an archive that is to be adopted.
 *
 * @param domain as the path names it
 * @param text empty where it is no text
 * @param octets how many the file has, at most one more than any sender reads
 * @param id as a table of the archive has it, empty where none does
 * @param since likewise
 * @param earlier likewise
 * @param first the number of the file of the same domain before it, 0 where there is none
 */
record AdoptionRow(String domain, String text, int octets, String id, String since, String earlier, int first) {}
