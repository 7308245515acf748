package mtasts.estate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import mtasts.domain.TypedName;
import mtasts.web.Address;
import mtasts.web.ApiProblem;
import mtasts.web.FreeText;
import mtasts.web.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the list of domains is asked for. All of it stands in the URL, and what makes no sense there counts as
 * not asked for.
 *
 * @param q what is searched for as it was typed
 * @param finding a code, {@code danger} or {@code advice}
 */
record ListRequest(String q, Optional<Filter> stage, String tag, String finding, Sort sort, PageRequest page) {

    static final String PATH = "/domains";

    private static final int LONGEST_SEARCH = 300;

    /** What a tab shows, and the condition for it. */
    enum Filter {
        UNPUBLISHED("d.mode is null"),
        TESTING("d.mode = 'testing'"),
        DUE("d.mode = 'testing' and d.takes_mail and d.due_at <= :now"),
        ENFORCE("d.mode = 'enforce'"),
        RETIRING("d.mode = 'none' and d.latest_horizon >= :now"),
        RETIRED("d.mode = 'none' and (d.latest_horizon is null or d.latest_horizon < :now)");

        private final String condition;

        Filter(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What comes first, as an index has it. */
    enum Sort {
        URGENCY("d.worst_severity desc, d.due_at, d.name", "d.worst_severity, d.due_at, d.name"),
        NAME("d.name", "d.name"),
        CHANGED("d.changed_at desc, d.name", "d.changed_at, d.name");

        private final String order;
        private final String columns;

        Sort(String order, String columns) {
            this.order = order;
            this.columns = columns;
        }

        /** The name, and what else the order goes by. */
        String columns() {
            return columns;
        }

        String order() {
            return order;
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where it is looked for what was typed. An index of three characters in a row finds it in everything that is kept to be
     * searched; one or two are looked for in the names alone, which are gone through fast enough.
     */
    enum Reach {
        EVERYTHING("d.search like :sought"),
        NAMES("d.name like :sought"),
        INTERNATIONAL_NAMES("d.unicode_name <> d.name and d.unicode_name like :sought");

        private final String condition;

        Reach(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    static ListRequest of(
            @Nullable String q,
            @Nullable String stage,
            @Nullable String tag,
            @Nullable String finding,
            @Nullable String sort,
            PageRequest page) {
        return new ListRequest(
                text(q),
                Arrays.stream(Filter.values())
                        .filter(one -> one.text().equals(stage))
                        .findFirst(),
                text(tag).toLowerCase(Locale.ROOT),
                text(finding),
                Arrays.stream(Sort.values())
                        .filter(one -> one.text().equals(sort))
                        .findFirst()
                        .orElse(Sort.URGENCY),
                page);
    }

    /**
     * What a program asks for makes sense, or it is refused: it would be answered with more than was meant.
     *
     * @param stage as it was asked for
     * @param sort likewise
     * @throws ApiProblem 400
     */
    void refuse(@Nullable String stage, @Nullable String sort) {
        if (stage != null && this.stage.isEmpty()) {
            throw ApiProblem.parameter(
                    "stage", Arrays.stream(Filter.values()).map(Filter::text).toList());
        }
        if (sort != null && !this.sort.text().equals(sort)) {
            throw ApiProblem.parameter(
                    "sort", Arrays.stream(Sort.values()).map(Sort::text).toList());
        }
    }

    ListRequest at(PageRequest page) {
        return new ListRequest(q, stage, tag, finding, sort, page);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Whether anything but a stage narrows the list: then the kept counts do not tell how many there are. */
    public boolean narrowed() {
        return !q.isEmpty() || !tag.isEmpty() || !finding.isEmpty();
    }

    /** Whether something is asked for that no domain can have. */
    boolean impossible() {
        return FreeText.objectionToLine(q, LONGEST_SEARCH).isPresent()
                || FreeText.objectionToLine(tag, LONGEST_SEARCH).isPresent()
                || FreeText.objectionToLine(finding, LONGEST_SEARCH).isPresent();
    }

    /** What to look for in the kept text: a domain's name where an address, a URL or a policy host was pasted. */
    String sought() {
        var plain = q.endsWith(".") && q.indexOf('.') < q.length() - 1 ? q.substring(0, q.length() - 1) : q;
        return switch (TypedName.read(q)) {
            case TypedName.Offered offered -> offered.name().ascii();
            case TypedName.Understood understood
            when q.contains("@") || q.contains("/") -> understood.name().ascii();
            case TypedName.Understood understood -> plain.toLowerCase(Locale.ROOT);
            case TypedName.Refused refused -> plain.toLowerCase(Locale.ROOT);
        };
    }

    Reach reach() {
        var sought = sought();
        if (sought.codePointCount(0, sought.length()) >= 3) {
            return Reach.EVERYTHING;
        }
        return sought.chars().allMatch(c -> c < 0x80) ? Reach.NAMES : Reach.INTERNATIONAL_NAMES;
    }

    /** Whether so little was typed that it is looked for in names alone. */
    public boolean namesAlone() {
        return !q.isEmpty() && reach() != Reach.EVERYTHING;
    }

    /** The address of this list, at its first page. */
    Address address() {
        return narrowed(PATH).with("sort", sort == Sort.URGENCY ? null : sort.text());
    }

    /** Where all of it is to be had as a file. */
    public String file(String name) {
        return narrowed(PATH + "/export/" + name).href();
    }

    private Address narrowed(String path) {
        return Address.of(path)
                .with("q", q)
                .with("stage", stage.map(Filter::text).orElse(null))
                .with("tag", tag)
                .with("finding", finding);
    }

    /** The address of this list, at this page. */
    Address here() {
        return address()
                .with("page", page.page() == 1 ? null : page.page())
                .with("size", page.size() == PageRequest.SIZES.getFirst() ? null : page.size());
    }
}
