package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import mtasts.database.SharedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A transaction whose connection the server ends in the middle. */
@Component
class Severing {

    private final JdbcClient jdbc;
    private final EntityManager entities;

    Severing(JdbcClient jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /** @param then what is tried after that: {@code statement}, {@code entity}, {@code commit} or {@code rollback} */
    @Transactional
    public void within(String then) {
        end(jdbc.sql("select pg_backend_pid()").query(Integer.class).single());
        switch (then) {
            case "statement" -> jdbc.sql("select 1").query(Integer.class).single();
            case "entity" ->
                entities.createQuery("select count(*) from Domain", Long.class).getSingleResult();
            case "rollback" -> throw new IllegalStateException("for another reason");
            default -> assertThat(then).isEqualTo("commit");
        }
    }

    private static void end(int number) {
        try (var connection = SharedDatabase.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(%d, 10000)".formatted(number));
        } catch (SQLException problem) {
            throw new AssertionError(problem);
        }
    }
}
