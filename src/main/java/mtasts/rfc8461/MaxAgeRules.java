package mtasts.rfc8461;

import org.jspecify.annotations.Nullable;

/** What is to be said about a {@code max_age} that the grammar takes; most of it depends on the mode. */
final class MaxAgeRules {

    private MaxAgeRules() {}

    /** @param mode where it is known */
    static void judge(MaxAge maxAge, @Nullable Mode mode, Place place, Findings findings) {
        if (maxAge.compareTo(MaxAge.DAY) < 0) {
            findings.say(PolicyWords.MAX_AGE_GOOGLE.at(place, maxAge.text()));
        }
        if (mode == Mode.TESTING) {
            inTesting(maxAge, place, findings);
        } else if (mode == Mode.ENFORCE) {
            inEnforce(maxAge, place, findings);
        }
    }

    private static void inTesting(MaxAge maxAge, Place place, Findings findings) {
        if (maxAge.compareTo(MaxAge.WEEK) < 0) {
            findings.say(PolicyWords.MAX_AGE_TESTING_SHORT.at(place, maxAge.text()));
        } else if (maxAge.compareTo(MaxAge.TWO_WEEKS) > 0) {
            findings.say(PolicyWords.MAX_AGE_TESTING_LONG.at(place, maxAge.text()));
        }
    }

    private static void inEnforce(MaxAge maxAge, Place place, Findings findings) {
        if (maxAge.compareTo(MaxAge.TWO_WEEKS) < 0) {
            findings.say(PolicyWords.MAX_AGE_ENFORCE.at(place, maxAge.text()));
        } else if (maxAge.compareTo(MaxAge.NINETY_DAYS) > 0) {
            findings.say(PolicyWords.MAX_AGE_LONG.at(place, maxAge.text()));
        }
    }
}
