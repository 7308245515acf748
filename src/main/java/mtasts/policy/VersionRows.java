package mtasts.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import mtasts.domain.Place;
import mtasts.rfc8461.MaxAge;
import mtasts.rfc8461.Mode;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.PolicyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a version lies in the database, with what is confirmed of it. */
@Component
class VersionRows implements RowMapper<PolicyVersion> {

    private static final String ROWS = """
        select v.*, s.confirmed_at as served_at, s.confirmed_by as served_by, s.place as served_place,
               f.confirmed_at as file_at, f.confirmed_by as file_by, f.place as file_place,
               r.confirmed_at as records_at, r.confirmed_by as records_by, r.place as records_place
        from policy_version v
        left join lateral (select * from policy_confirmation c where c.domain_id = v.domain_id and c.number = v.number
            and c.what = 'served' order by c.id limit 1) s on true
        left join lateral (select * from policy_confirmation c where c.domain_id = v.domain_id and c.number = v.number
            and c.what = 'file' order by c.id limit 1) f on true
        left join lateral (select * from policy_confirmation c where c.domain_id = v.domain_id and c.number = v.number
            and c.what = 'records' order by c.id limit 1) r on true
        where \
        """;
    static final String SELECT = ROWS + "v.domain_id = :domain";
    static final String SELECT_MANY = ROWS + "v.domain_id = any(:domains)";

    private final JsonMapper mapper;

    VersionRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public PolicyVersion mapRow(ResultSet row, int number) throws SQLException {
        return new PolicyVersion(
                row.getLong("domain_id"),
                row.getInt("number"),
                new PolicyId(row.getString("policy_id")),
                row.getString("text"),
                Mode.of(row.getString("mode")).orElseThrow(),
                strings(row, "mx").stream().map(MxPattern::of).toList(),
                new MaxAge(row.getLong("max_age")),
                Place.of(row.getString("place")),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                Deed.of(row.getString("deed")),
                row.getString("author"),
                row.getString("note"),
                row.getString("reason"),
                word(row.getString("word")),
                confirmation(row, "served"),
                confirmation(row, "file"),
                confirmation(row, "records"),
                adopted(row));
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    @Nullable
    String json(@Nullable Word word) {
        return word == null ? null : mapper.writeValueAsString(word);
    }

    private @Nullable Word word(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, Word.class);
    }

    private static @Nullable Adopted adopted(ResultSet row) throws SQLException {
        if (Deed.of(row.getString("deed")) != Deed.ADOPTED) {
            return null;
        }
        var since = row.getObject("adopted_since", OffsetDateTime.class);
        var earlier = row.getObject("earlier_max_age", Long.class);
        return new Adopted(since == null ? null : since.toInstant(), earlier == null ? null : new MaxAge(earlier));
    }

    private static @Nullable Confirmation confirmation(ResultSet row, String what) throws SQLException {
        var at = row.getObject(what + "_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Confirmation(
                        at.toInstant(), row.getString(what + "_by"), Place.of(row.getString(what + "_place")));
    }
}
