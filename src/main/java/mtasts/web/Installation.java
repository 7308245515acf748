package mtasts.web;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one row of settings that the whole installation shares. */
@Component
public class Installation {

    private final JdbcClient jdbc;
    private final Clock clock;

    Installation(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The settings as they are now, read from the database each time so that every node sees the same. */
    public InstallationSettings settings() {
        return jdbc.sql("select public_url, policy_host_target, report_address, default_place from installation")
                .query(InstallationSettings.class)
                .single();
    }

    /** Replaces the settings, and notes when what goes into records changed; they are expected to have been checked. */
    @Transactional
    public void change(InstallationSettings settings) {
        jdbc.sql("""
            update installation set public_url = :publicUrl, default_place = :defaultPlace,
                policy_host_target = :target, policy_host_target_at = case
                    when policy_host_target is distinct from :target then :now else policy_host_target_at end,
                report_address = :report, report_address_at = case
                    when report_address is distinct from :report then :now else report_address_at end\
            """)
                .param("publicUrl", settings.publicUrl())
                .param("defaultPlace", settings.defaultPlace())
                .param("target", settings.policyHostTarget())
                .param("report", settings.reportAddress())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
