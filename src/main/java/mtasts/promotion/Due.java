package mtasts.promotion;

import java.time.Duration;
import java.time.Instant;
import mtasts.policy.Standing;
import mtasts.web.Criterion;
import mtasts.web.Mark;
import mtasts.web.Meter;
import mtasts.web.Words;
import org.jspecify.annotations.Nullable;

/** Two weeks of testing without a break, counted in full days of 24 hours. */
final class Due {

    private static final int DAYS = Math.toIntExact(Standing.TWO_WEEKS.toDays());
    private static final Words WHAT = Words.of("promotion.due.what", DAYS);

    private Due() {}

    static Criterion judge(Evidence evidence) {
        Instant since = evidence.testingSince();
        if (since == null) {
            return shown(Mark.NOT_MET, Words.of("promotion.due.not-begun"), 0);
        }
        Instant due = since.plus(Standing.TWO_WEEKS);
        int days = Math.toIntExact(Duration.between(since, evidence.now()).toDays());
        boolean met = !evidence.now().isBefore(due);
        var why = met
                ? Words.of("promotion.due.since", Words.moment(since))
                : Words.of("promotion.due.later", Words.moment(since), Words.moment(due));
        return shown(met ? Mark.MET : Mark.NOT_MET, withWindow(why, since, evidence.windowSince()), days);
    }

    /** Another set of MX patterns moves no date, but reports from before do not speak for it. */
    private static Words withWindow(Words why, Instant since, @Nullable Instant window) {
        return window == null || !window.isAfter(since)
                ? why
                : Words.of("promotion.due.window", why, Words.moment(window));
    }

    private static Criterion shown(Mark mark, Words why, int days) {
        Words number = Words.of(days < DAYS ? "promotion.due.days" : "promotion.due.enough", days, DAYS);
        return new Criterion(mark, WHAT, why, number, new Meter(Math.min(days, DAYS), 0, DAYS));
    }
}
