package mtasts.estate;

import java.time.Instant;
import mtasts.web.Mark;
import mtasts.web.Words;

/**
 * One kind of thing that wants to be looked at, over all domains.
 *
 * @param what what is wrong
 * @param meaning what it means for mail
 * @param since when it was first seen of those that have it now
 * @param domains how many have it
 * @param href the list of them
 */
record Attention(Mark mark, Words what, Words meaning, Instant since, long domains, String href) {}
