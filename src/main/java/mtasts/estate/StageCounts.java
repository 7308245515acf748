package mtasts.estate;

import java.util.Optional;

/**
 * How many domains are in each stage.
 *
 * @param testing with those that are due
 * @param due in testing for two weeks or more
 */
record StageCounts(long unpublished, long testing, long due, long enforce, long retiring, long retired) {

    public long total() {
        return unpublished + testing + enforce + retiring + retired;
    }

    /** How many a tab of the list shows. */
    long of(Optional<ListRequest.Filter> filter) {
        return filter.map(one -> switch (one) {
                    case UNPUBLISHED -> unpublished;
                    case TESTING -> testing;
                    case DUE -> due;
                    case ENFORCE -> enforce;
                    case RETIRING -> retiring;
                    case RETIRED -> retired;
                })
                .orElse(total());
    }
}
