package mtasts.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import mtasts.rfc8461.DomainName;

/** How names and places lie in the database. */
final class Columns {

    private Columns() {}

    @Converter(autoApply = true)
    static class Name implements AttributeConverter<DomainName, String> {
        @Override
        public String convertToDatabaseColumn(DomainName name) {
            return name.ascii();
        }

        @Override
        public DomainName convertToEntityAttribute(String text) {
            return DomainName.of(text);
        }
    }

    @Converter(autoApply = true)
    static class PlaceText implements AttributeConverter<Place, String> {
        @Override
        public String convertToDatabaseColumn(Place place) {
            return place.text();
        }

        @Override
        public Place convertToEntityAttribute(String text) {
            return Place.of(text);
        }
    }
}
