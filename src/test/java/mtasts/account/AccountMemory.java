package mtasts.account;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * What the account module keeps beside the database, put back to how it is after a start: no guesses were counted, and
 * forms have their tokens where the application keeps them. MockMvc's {@code csrf()} moves these to a session, for all
 * requests to come.
 */
public class AccountMemory {

    private final Throttle throttle;
    private final CsrfFilter filter;
    private final Object formTokens;

    AccountMemory(Throttle throttle, @Qualifier("security") SecurityFilterChain chain) {
        this.throttle = throttle;
        this.filter = chain.getFilters().stream()
                .filter(CsrfFilter.class::isInstance)
                .map(CsrfFilter.class::cast)
                .findFirst()
                .orElseThrow();
        this.formTokens = Objects.requireNonNull(ReflectionTestUtils.getField(filter, "tokenRepository"));
    }

    public void clear() {
        ReflectionTestUtils.setField(filter, "tokenRepository", formTokens);
        Stream.of("pairs", "addresses", "accounts", "known")
                .map(name -> (Cache<?, ?>) Objects.requireNonNull(ReflectionTestUtils.getField(throttle, name)))
                .forEach(Cache::invalidateAll);
    }
}
