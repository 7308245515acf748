package mtasts.account;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions that people have open, on all nodes: they lie in the database. */
@Component
class Sessions {

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Ends the person's sessions together with the transaction around it.
     *
     * @param kept the id of the one that stays, if one does
     * @return how many ended
     */
    int end(Person person, @Nullable String kept) {
        return jdbc.sql("delete from spring_session where principal_name = :mail and session_id is distinct from :kept")
                .param("mail", person.mail())
                .param("kept", kept)
                .update();
    }
}
