package mtasts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of how many are shown, and the ways to the others.
 *
 * @param from number of the first row shown, 0 when there is none
 * @param to number of the last row shown
 * @param total how many there are; where {@code open}, there are more than that
 * @param previous where the rows before are, if there are any
 * @param next where the rows after are, if there are any
 */
public record Paging(
        long from,
        long to,
        long total,
        boolean open,
        @Nullable String previous,
        @Nullable String next,
        List<Size> sizes) {

    /** Another number of rows on a page, and where that is. */
    public record Size(int rows, String href, boolean current) {}

    /** Of a known number of rows. */
    public Paging(long from, long to, long total, @Nullable String previous, @Nullable String next, List<Size> sizes) {
        this(from, to, total, false, previous, next, sizes);
    }

    /** Pages by number, kept in the address as {@code page} and {@code size}. */
    public static Paging of(PageRequest request, long total, Address address) {
        boolean behind = request.offset() >= total;
        long from = behind ? 0 : request.offset() + 1;
        long to = behind ? 0 : Math.min(request.offset() + request.size(), total);
        long last = Math.max(1, (total + request.size() - 1) / request.size());
        var sized = sized(request, address);
        return new Paging(
                from,
                to,
                total,
                request.page() > 1 ? page(sized, Math.min(request.page() - 1L, last)) : null,
                to < total && !behind ? page(sized, request.page() + 1L) : null,
                sizes(request.size(), address));
    }

    /**
     * The same where they were counted only so far.
     *
     * @param shown how many rows this page has
     * @param more whether there is a row after them
     * @param counted there are more than that
     */
    public static Paging open(PageRequest request, int shown, boolean more, long counted, Address address) {
        var sized = sized(request, address);
        return new Paging(
                shown == 0 ? 0 : request.offset() + 1,
                shown == 0 ? 0 : request.offset() + shown,
                counted,
                true,
                request.page() > 1 ? page(sized, request.page() - 1L) : null,
                more ? page(sized, request.page() + 1L) : null,
                sizes(request.size(), address));
    }

    private static Address sized(PageRequest request, Address address) {
        return address.with("size", request.size() == PageRequest.SIZES.getFirst() ? null : request.size());
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
