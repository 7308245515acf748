package mtasts.validator;

import mtasts.web.Listing;
import mtasts.web.Words;

/** What the page shows while nothing is pasted, and what there is to try: what goes wrong most often. */
record Example(Listing policy, Listing record) {

    static final Example GOOD = new Example(
            Listing.of(Words.of("validator.teach.policy"), """
                version: STSv1
                mode: testing
                mx: mx1.example.com
                mx: *.example.net
                max_age: 604800
                """),
            Listing.of(
                    Words.of("validator.teach.record"), "_mta-sts.example.com. IN TXT \"v=STSv1; id=20260312140530\""));

    private static final String BROKEN_POLICY = """
        version: STSv1
        mode: enforced
        mx: mx1.example.net
        mx: https://mx2.example.net/

        mx: *.mx.microsoft
        nmx: mx3.example.net
        max_age: 3600
        """;

    private static final String BROKEN_RECORD = "_mta-sts.example.com. 3600 IN TXT \"v=STSv1 id=2026-03-12\"";

    /** @param kind {@code record}, or anything else for a policy */
    static String broken(String kind) {
        return kind.equals("record") ? BROKEN_RECORD : BROKEN_POLICY;
    }
}
