package mtasts.promotion;

import java.util.stream.Stream;
import mtasts.policy.Word;
import mtasts.web.Criterion;
import mtasts.web.Mark;
import mtasts.web.Meter;
import mtasts.web.Words;

/** What nobody measures here yet stands on the word of the person who promotes: three sentences, each ticked. */
final class OwnWord {

    private static final int SENTENCES = 3;
    private static final Words WHAT = Words.of("promotion.word.what");

    private OwnWord() {}

    static Criterion judge(Evidence evidence) {
        Word word = evidence.word();
        int given = word == null ? 0 : given(word);
        boolean whole = given == SENTENCES;
        return new Criterion(
                whole ? Mark.MET : Mark.UNKNOWN,
                WHAT,
                Words.of(whole ? "promotion.word.given" : given == 0 ? "promotion.word.none" : "promotion.word.some"),
                Words.of("promotion.word.number", given, SENTENCES),
                new Meter(given, SENTENCES - given, SENTENCES));
    }

    /** How many of the three sentences are ticked. */
    static int given(Word word) {
        return (int) Stream.of(word.liveSinceFirstDay(), word.reportsRead(), word.hostsSound())
                .filter(tick -> tick)
                .count();
    }
}
