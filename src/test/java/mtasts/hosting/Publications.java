package mtasts.hosting;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Domains and versions as the publishing transaction leaves them, put in by SQL. */
public record Publications(JdbcClient jdbc) {

    public static String text(String mode) {
        return "version: STSv1\r\nmode: " + mode + "\r\nmx: mx1.example.net\r\nmax_age: 604800\r\n";
    }

    public void register(String domain) {
        jdbc.sql("insert into domain (name, unicode_name, place, created_at, changed_at, search)"
                        + " values (:domain, :domain, 'here', now(), now(), :domain)")
                .param("domain", domain)
                .update();
    }

    /** Publishes a version and confirms its file. */
    public void publish(String domain, int number, String text) {
        announce(domain, number, text);
        jdbc.sql("insert into policy_confirmation (domain_id, number, what, confirmed_at, confirmed_by)"
                        + " select id, :number, 'file', clock_timestamp(), 'somebody' from domain where name = :domain")
                .param("domain", domain)
                .param("number", number)
                .update();
        jdbc.sql("update domain set current_version = :number where name = :domain")
                .param("domain", domain)
                .param("number", number)
                .update();
    }

    /** Publishes a version whose file nobody has confirmed. */
    public void announce(String domain, int number, String text) {
        jdbc.sql("insert into policy_version"
                        + " (domain_id, number, policy_id, text, mode, mx, max_age, place, published_at, deed, author)"
                        + " select id, :number, 'id' || :number, :text, 'testing', '{mx1.example.net}', 604800, 'here',"
                        + " clock_timestamp(), 'published', 'somebody' from domain where name = :domain")
                .param("domain", domain)
                .param("number", number)
                .param("text", text)
                .update();
    }

    public void remove(String domain) {
        jdbc.sql("update domain set removed_at = now() where name = :domain")
                .param("domain", domain)
                .update();
    }
}
