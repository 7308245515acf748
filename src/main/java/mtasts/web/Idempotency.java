package mtasts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The header {@code Idempotency-Key}: a request that is sent again with the same key and body is answered with the first
 * answer, and nothing is done twice.
 *
 * <p>What the request does and the answer that is kept are one transaction, so that there is no moment, not even that of a
 * crash, at which the deed is done and its answer is not known. Answers of 500 and above and 429 are not kept, nor those that
 * no resource gave. An answer is kept for 24 hours.
 */
class Idempotency extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final ObjectProvider<KeptAnswers> keptAnswers;
    private final ObjectProvider<PlatformTransactionManager> transactionManager;
    private final ApiAnswers answers;

    Idempotency(
            ObjectProvider<KeptAnswers> keptAnswers,
            ObjectProvider<PlatformTransactionManager> transactionManager,
            ApiAnswers answers) {
        this.keptAnswers = keptAnswers;
        this.transactionManager = transactionManager;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || request.getUserPrincipal() == null
                || !CHANGING.contains(request.getMethod())
                || !ApiAnswers.answers(request)
                || request.getRequestURI().startsWith("/api/v1/validate/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HEADER);
        if (!KEY.matcher(header).matches()) {
            var problem = new ApiProblem(
                    HttpStatus.BAD_REQUEST, "request.idempotency-key", Words.of("web.api.idempotency.key"));
            answers.write(problem, request, response);
            return;
        }
        var key = new KeptAnswers.Key(sender(request.getUserPrincipal()), request.getRequestURI(), header);
        var body = new HashedRequest(request);
        try {
            var problem = once(key, body, response, chain);
            if (problem != null) {
                answers.write(problem, request, response);
            }
        } catch (BodyLimit.TooLarge tooLarge) {
            answers.write(tooLarge.problem(), request, response);
        }
    }

    /** @return what is to be answered where nothing was done */
    private @Nullable ApiProblem once(
            KeptAnswers.Key key, HashedRequest body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = keptAnswers.getObject();
        var transactions = transactionManager.getObject();
        var transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        var answer = new AnswerToKeep(response);
        try {
            if (!kept.lock(key)) {
                return new ApiProblem(
                        HttpStatus.CONFLICT, "request.still-running", Words.of("web.api.idempotency.running"));
            }
            var before = kept.find(key);
            if (before.isPresent()) {
                if (!Arrays.equals(before.get().bodyHash(), body.hash())) {
                    return ApiProblem.content("request.other-body", Words.of("web.api.idempotency.other"));
                }
                before.get().send(response);
                return null;
            }
            chain.doFilter(body, answer);
            if (answer.worthKeeping() && !transaction.isRollbackOnly()) {
                kept.keep(key, body.hash(), answer);
                transactions.commit(transaction);
            } else if (answer.worthKeeping()) {
                transactions.rollback(transaction);
                keepAlone(key, body, answer);
            }
            answer.send();
            return null;
        } finally {
            if (!transaction.isCompleted()) {
                transactions.rollback(transaction);
            }
        }
    }

    /** Of a refusal that undid its transaction, nothing is left but its answer. */
    private void keepAlone(KeptAnswers.Key key, HashedRequest body, AnswerToKeep answer) throws IOException {
        var kept = keptAnswers.getObject();
        var hash = body.hash();
        new TransactionTemplate(transactionManager.getObject()).executeWithoutResult(transaction -> {
            if (kept.lock(key)) {
                kept.keep(key, hash, answer);
            }
        });
    }

    private static String sender(@Nullable Principal principal) {
        return principal == null ? "" : principal.getName();
    }
}
