package mtasts.hosting;

/**
 * What of the database was visible at one moment. Transactions that were running then are not, so whoever asks next for
 * what this moment did not see misses none, however late they commit.
 *
 * @param server names the server process and the database in it: after a restart, a failover or a restored backup the
 *     numbers of transactions mean something else
 * @param snapshot PostgreSQL's {@code pg_snapshot}, as text
 */
record DatabaseMoment(String server, String snapshot) {

    /** Whether what changed since an earlier moment can be told by the numbers of the transactions. */
    boolean continues(DatabaseMoment earlier) {
        return server.equals(earlier.server) && Long.compareUnsigned(next(), earlier.next()) >= 0;
    }

    /** The number that no transaction had yet: the second part of {@code xmin:xmax:running,running}. */
    private long next() {
        int from = snapshot.indexOf(':') + 1;
        return Long.parseUnsignedLong(snapshot.substring(from, snapshot.indexOf(':', from)));
    }
}
