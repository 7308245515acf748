package mtasts.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Has a failed start end with one sentence when a database that was reached, or should have been, cannot be used. */
class DatabaseRefusal extends AbstractFailureAnalyzer<SQLException> {

    private static final String DISK_FULL = "53100";

    private final Environment environment;

    DatabaseRefusal(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        String url = environment.getProperty("spring.datasource.url", "").replaceFirst("\\?.*", "");
        String sentence = url.isBlank() && !state.equals(DISK_FULL) ? null : sentence(state);
        String database =
                url.isBlank() ? "in " + environment.getProperty("mtasts.database.folder", "data") : "at " + url;
        return sentence == null
                ? null
                : new FailureAnalysis("The database %s %s.".formatted(database, sentence), null, cause);
    }

    /** By the state that the SQL standard and PostgreSQL's appendix A give to the failure. */
    private static @Nullable String sentence(String state) {
        if (state.startsWith("08") || state.startsWith("57P0")) {
            return "does not answer: start it, or correct SPRING_DATASOURCE_URL";
        }
        return switch (state) {
            case "28P01", "28000" ->
                "refuses the user or the password: correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD";
            case "3D000" -> "does not exist on that server: create it, or correct SPRING_DATASOURCE_URL";
            case "42501" ->
                "does not let its user create tables and the extension pg_trgm: grant CREATE on the database and on"
                        + " its schema public";
            case DISK_FULL -> "has no space left on its disk: make room, then start again";
            case "53300" -> "takes no more connections: raise its max_connections";
            default -> null;
        };
    }
}
