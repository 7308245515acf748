package mtasts.validator;

import org.springframework.stereotype.Component;

/** Everybody may ask as after a start. */
@Component
public class NothingAsked {

    private final RateLimit rate;

    NothingAsked(RateLimit rate) {
        this.rate = rate;
    }

    public void forget() {
        rate.forget();
    }
}
