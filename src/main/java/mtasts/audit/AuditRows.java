package mtasts.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How an entry lies in the table: instants as {@code timestamptz}, before and after as {@code jsonb}. */
@Component
class AuditRows implements RowMapper<AuditEntry> {

    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    private final JsonMapper mapper;

    AuditRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public AuditEntry mapRow(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", Long.class),
                row.getString("who"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject"),
                values(row.getString("before")),
                values(row.getString("after")));
    }

    @Nullable
    String json(@Nullable Map<String, ?> values) {
        return values == null ? null : mapper.writeValueAsString(values);
    }

    private Map<String, @Nullable Object> values(@Nullable String json) {
        return json == null ? Map.of() : mapper.readValue(json, VALUES);
    }
}
