package mtasts.estate;

import mtasts.web.Words;

/**
 * The next step of a domain in its row.
 *
 * @param quiet whether there is nothing for a person to do
 */
record StepInRow(Words say, boolean quiet) {

    static StepInRow of(StepFacts facts) {
        var step = Step.of(facts);
        return new StepInRow(new StepView(step, facts).brief(), step.idle());
    }
}
