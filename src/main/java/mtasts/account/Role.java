package mtasts.account;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import mtasts.web.Words;

/** What a person may do. */
enum Role {

    /** Everything. */
    ADMINISTRATOR,

    /** See everything, change nothing but the own account. */
    READER;

    /** As it stands in the database and in forms. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Words words() {
        return Words.of("account.role." + text());
    }

    public Role other() {
        return this == ADMINISTRATOR ? READER : ADMINISTRATOR;
    }

    /** The role of that text; what is none counts as the one that may do less. */
    static Role of(String text) {
        return text.equals(ADMINISTRATOR.text()) ? ADMINISTRATOR : READER;
    }

    /** Keeps a role as its text. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Role, String> {

        @Override
        public String convertToDatabaseColumn(Role role) {
            return role.text();
        }

        @Override
        public Role convertToEntityAttribute(String text) {
            return Role.of(text);
        }
    }
}
