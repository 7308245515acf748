package mtasts.web;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one row of settings that the whole installation shares. */
@Component
public class Installation {

    private final JdbcClient jdbc;

    Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The settings as they are now, read from the database each time so that every node sees the same. */
    public InstallationSettings settings() {
        return jdbc.sql("select public_url, policy_host_target, report_address, default_place from installation")
                .query(InstallationSettings.class)
                .single();
    }

    /** Replaces the settings; they are expected to have been checked. */
    @Transactional
    public void change(InstallationSettings settings) {
        jdbc.sql("update installation set public_url = :publicUrl, policy_host_target = :policyHostTarget,"
                        + " report_address = :reportAddress, default_place = :defaultPlace")
                .paramSource(settings)
                .update();
    }
}
