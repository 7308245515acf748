package mtasts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of how many are shown, and the ways to the others.
 *
 * @param from number of the first row shown, 0 when there is none
 * @param to number of the last row shown
 * @param previous where the rows before are, if there are any
 * @param next where the rows after are, if there are any
 */
public record Paging(
        long from,
        long to,
        long total,
        @Nullable String previous,
        @Nullable String next,
        List<Size> sizes) {

    /** Another number of rows on a page, and where that is. */
    public record Size(int rows, String href, boolean current) {}

    /** Pages by number, kept in the address as {@code page} and {@code size}. */
    public static Paging of(PageRequest request, long total, Address address) {
        var sized = address.with("size", request.size() == PageRequest.SIZES.getFirst() ? null : request.size());
        boolean behind = request.offset() >= total;
        long from = behind ? 0 : request.offset() + 1;
        long to = behind ? 0 : Math.min(request.offset() + request.size(), total);
        long last = Math.max(1, (total + request.size() - 1) / request.size());
        return new Paging(
                from,
                to,
                total,
                request.page() > 1 ? page(sized, Math.min(request.page() - 1L, last)) : null,
                to < total && !behind ? page(sized, request.page() + 1L) : null,
                sizes(request.size(), address));
    }

    /** The offered sizes, each leading to the first page. */
    public static List<Size> sizes(int current, Address address) {
        return PageRequest.SIZES.stream()
                .map(rows -> new Size(
                        rows,
                        address.with("page", null)
                                .with("size", rows.equals(PageRequest.SIZES.getFirst()) ? null : rows)
                                .href(),
                        rows == current))
                .toList();
    }

    private static String page(Address address, long page) {
        return address.with("page", page == 1 ? null : page).href();
    }
}
