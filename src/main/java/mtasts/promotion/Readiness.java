package mtasts.promotion;

import java.util.Arrays;
import java.util.List;
import mtasts.web.Criterion;
import mtasts.web.Mark;
import mtasts.web.Words;

/**
 * Whether a domain may go to enforce, requirement by requirement.
 *
 * @param judged every requirement once, in their order
 */
public record Readiness(List<Judged> judged) {

    /** A requirement and how it stands. */
    public record Judged(Requirement requirement, Criterion criterion) {}

    /** What follows from all of them. */
    public enum Verdict {
        READY,
        NOT_READY,
        /** Something is not known: then nothing can be said about the whole. */
        UNKNOWN
    }

    public Readiness {
        judged = List.copyOf(judged);
    }

    static Readiness of(Evidence evidence) {
        return new Readiness(Arrays.stream(Requirement.values())
                .map(requirement -> new Judged(requirement, requirement.judge(evidence)))
                .toList());
    }

    /** Anything unknown makes the whole unknown. */
    public Verdict verdict() {
        if (count(Mark.UNKNOWN) > 0) {
            return Verdict.UNKNOWN;
        }
        return met() == total() ? Verdict.READY : Verdict.NOT_READY;
    }

    /** What is not met, and what is not known. */
    public List<Judged> unmet() {
        return judged.stream().filter(one -> one.criterion().mark() != Mark.MET).toList();
    }

    public List<Criterion> criteria() {
        return judged.stream().map(Judged::criterion).toList();
    }

    /** How many are met, not met and unknown, in a sentence. */
    public Words summary() {
        return met() == total()
                ? Words.of("promotion.evidence.all", total())
                : Words.of("promotion.evidence.some", met(), count(Mark.NOT_MET), count(Mark.UNKNOWN), total());
    }

    /** How many are met. */
    public int met() {
        return count(Mark.MET);
    }

    public int total() {
        return judged.size();
    }

    int count(Mark mark) {
        return (int)
                judged.stream().filter(one -> one.criterion().mark() == mark).count();
    }

    /** How this one stands. */
    Mark mark(Requirement requirement) {
        return judged.stream()
                .filter(one -> one.requirement() == requirement)
                .map(one -> one.criterion().mark())
                .findFirst()
                .orElse(Mark.UNKNOWN);
    }

    /** Whether all is met but the word, which only a person can give. */
    boolean wantsTheWordOnly() {
        return judged.stream()
                .allMatch(one -> one.requirement() == Requirement.OWN_WORD
                        || one.criterion().mark() == Mark.MET);
    }
}
