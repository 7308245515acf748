package mtasts.hosting;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the table up to what the database says is served. */
@Component
class PolicyTableReader {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PolicyTable table;
    private @Nullable DatabaseMoment seen;

    PolicyTableReader(JdbcClient jdbc, PlatformTransactionManager transactions, PolicyTable table) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.table = table;
    }

    /**
     * Reads what changed since the last time; everything, when that cannot be told.
     *
     * @throws org.springframework.core.NestedRuntimeException when the database cannot be reached; what was not read
     *     now is read the next time
     */
    synchronized void read() {
        seen = transaction.execute(status -> {
            // taken before the rows are read: what commits in between is seen now, and once more the next time
            DatabaseMoment now = now();
            if (seen != null && now.continues(seen)) {
                readChangesSince(seen);
            } else {
                readAll();
            }
            return now;
        });
    }

    private DatabaseMoment now() {
        return jdbc.sql("select pg_postmaster_start_time() || ' ' || oid as server,"
                        + " pg_current_snapshot()::text as snapshot"
                        + " from pg_database where datname = current_database()")
                .query(DatabaseMoment.class)
                .single();
    }

    private void readAll() {
        PolicyTable all = new PolicyTable();
        jdbc.sql("select name, policy_id, text from served_policy where policy_id is not null")
                .withFetchSize(ROWS_AT_A_TIME)
                .query(into(all));
        table.become(all);
    }

    /** A change at or above the upper bound is another cluster's: it came here with a backup and is read already. */
    private void readChangesSince(DatabaseMoment before) {
        jdbc.sql("select name, policy_id, text from served_policy"
                        + " where served_change >= pg_snapshot_xmin(:before::pg_snapshot)"
                        + " and served_change < pg_snapshot_xmax(pg_current_snapshot())"
                        + " and not pg_visible_in_snapshot(served_change, :before::pg_snapshot)")
                .param("before", before.snapshot())
                .withFetchSize(ROWS_AT_A_TIME)
                .query(into(table));
    }

    private static RowCallbackHandler into(PolicyTable table) {
        return row -> {
            String domain = row.getString("name");
            String id = row.getString("policy_id");
            if (id == null) {
                table.serveNothing(domain);
            } else {
                table.serve(domain, id, row.getString("text"));
            }
        };
    }
}
