package mtasts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param page from 1
 * @param size rows on a page, 1 to 200
 */
public record PageRequest(int page, int size) {

    /** The sizes that a list offers; the first is what it shows when none is asked for. */
    public static final List<Integer> SIZES = List.of(25, 50, 200);

    private static final int LAST_PAGE = 1_000_000;
    private static final int LARGEST = 200;

    public PageRequest {
        page = Math.clamp(page, 1, LAST_PAGE);
        size = Math.clamp(size, 1, LARGEST);
    }

    /** Reads what stands in a URL; what is no number counts as not asked for. */
    public static PageRequest of(@Nullable String page, @Nullable String size) {
        return new PageRequest(number(page, 1), number(size, SIZES.getFirst()));
    }

    /**
     * What a program asks for: page 1 of 50 when it says nothing.
     *
     * @throws ApiProblem 400 for a page below 1, or a size that is not 1 to 200
     */
    public static PageRequest asked(@Nullable Integer page, @Nullable Integer size) {
        if (page != null && (page < 1 || page > LAST_PAGE)) {
            throw ApiProblem.parameter("page", 1, LAST_PAGE);
        }
        if (size != null && (size < 1 || size > LARGEST)) {
            throw ApiProblem.parameter("size", 1, LARGEST);
        }
        return new PageRequest(page == null ? 1 : page, size == null ? 50 : size);
    }

    /** How many rows come before this page. */
    public long offset() {
        return (page - 1L) * size;
    }

    /** This page where there is one of so many rows, else the last that there is. */
    public PageRequest within(long total) {
        long last = Math.max(1, (total + size - 1) / size);
        return page <= last ? this : new PageRequest((int) last, size);
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }
}
