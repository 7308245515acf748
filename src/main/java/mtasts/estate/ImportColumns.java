package mtasts.estate;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which field of a row is what; -1 where there is none.
 *
 * @param width how many columns there are
 */
record ImportColumns(int domain, int mx, int tags, int width) {

    /** Of rows without names of columns. */
    static final ImportColumns USUAL = new ImportColumns(0, 1, 2, 3);

    private static final Set<String> DOMAIN = Set.of("domain", "name", "dominio");
    private static final Set<String> MX = Set.of("mx", "mx hosts", "mxhosts", "mx_hosts", "hosts", "servidores mx");
    private static final Set<String> TAGS = Set.of("tags", "tag", "etiquetas");

    /** As the first row names them, or the usual where it is a row like the others. */
    static ImportColumns of(List<String> first) {
        var names = first.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        int domain = find(names, DOMAIN);
        return domain < 0 ? USUAL : new ImportColumns(domain, find(names, MX), find(names, TAGS), filled(first));
    }

    private static int find(List<String> names, Set<String> known) {
        for (int i = 0; i < names.size(); i++) {
            if (known.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    String domain(List<String> fields) {
        return field(fields, domain);
    }

    String mx(List<String> fields) {
        return field(fields, mx);
    }

    String tags(List<String> fields) {
        return field(fields, tags);
    }

    /** How many fields a row has; empty ones at its end do not count. */
    static int filled(List<String> fields) {
        int count = fields.size();
        while (count > 0 && fields.get(count - 1).isBlank()) {
            count--;
        }
        return count;
    }

    /** Without space around it, quotation marks that only stood behind space, and what a database does not take. */
    private static String field(List<String> fields, int column) {
        if (column < 0 || column >= fields.size()) {
            return "";
        }
        var text = fields.get(column).strip().replace('\0', '\uFFFD');
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }
}
