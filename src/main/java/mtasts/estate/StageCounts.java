package mtasts.estate;

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
}
