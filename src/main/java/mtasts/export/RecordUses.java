package mtasts.export;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many published domains take from the settings what their DNS records say. A record that nobody has said to be there
 * cannot change.
 */
@Component
class RecordUses {

    private final JdbcClient jdbc;

    RecordUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many take the target of the policy host, and how many the address for reports. */
    record Uses(long policyHosts, long reports) {}

    Uses uses() {
        return new Uses(touched(true, false), touched(false, true));
    }

    /** How many domains’ records change with these settings. */
    long touched(boolean policyHost, boolean reports) {
        return jdbc.sql("""
            select count(*) from domain
            where removed_at is null and current_version is not null
              and ((:host and place = 'here' and policy_host_target is null and exists (
                      select from policy_confirmation c where c.domain_id = domain.id and c.what = 'records'
                          and c.place = 'here' and c.policy_host is not null))
                  or (:reports and report_address is null and exists (
                      select from policy_confirmation c where c.domain_id = domain.id and c.what = 'records'
                          and c.report_address is not null)))\
            """)
                .param("host", policyHost)
                .param("reports", reports)
                .query(Long.class)
                .single();
    }
}
