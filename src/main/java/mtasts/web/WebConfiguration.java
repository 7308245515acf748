package mtasts.web;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    private final SignedIn signedIn;
    private final Resumed resumed;
    private final FormsOnly formsOnly;

    WebConfiguration(SignedIn signedIn, Resumed resumed, FormsOnly formsOnly) {
        this.signedIn = signedIn;
        this.resumed = resumed;
        this.formsOnly = formsOnly;
    }

    /** One bundle a module, in English, and another in each further language. */
    @Bean
    static MessageSource messageSource() throws IOException {
        var bundles = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(Stream.of(bundles)
                .map(bundle ->
                        Objects.requireNonNull(bundle.getFilename()).replaceFirst("(_[a-z]+)?\\.properties$", ""))
                .distinct()
                .sorted()
                .map(name -> "messages/" + name)
                .toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** Ahead of sessions and security, which need the database. */
    @Bean
    static FilterRegistrationBean<UnavailableFilter> unavailable(
            ITemplateEngine templates, Frame frame, Wording wording, JsonMapper mapper) {
        var filter = new FilterRegistrationBean<>(new UnavailableFilter(templates, frame, wording, mapper));
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        filter.setOrder(FIRST);
        return filter;
    }

    @Bean
    static FilterRegistrationBean<PlainInputFilter> plainInput() {
        var filter = new FilterRegistrationBean<>(new PlainInputFilter());
        filter.setOrder(FIRST + 1);
        return filter;
    }

    /** A number is no text: what was not meant is told rather than guessed. */
    @Bean
    static JsonMapperBuilderCustomizer textIsText() {
        return mapper -> mapper.withCoercionConfig(
                LogicalType.Textual,
                textual -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                        .forEach(shape -> textual.setCoercion(shape, CoercionAction.Fail)));
    }

    @Bean
    static FilterRegistrationBean<BodyLimit> bodyLimit(ApiAnswers answers) {
        var filter = new FilterRegistrationBean<>(new BodyLimit(answers));
        filter.setOrder(FIRST + 2);
        return filter;
    }

    /** Behind security, which knows who asks. Filters come before the database, which is asked for at the first use. */
    @Bean
    static FilterRegistrationBean<Idempotency> idempotency(
            ObjectProvider<KeptAnswers> kept,
            ObjectProvider<PlatformTransactionManager> transactions,
            ApiAnswers answers) {
        return new FilterRegistrationBean<>(new Idempotency(kept, transactions, answers));
    }

    @Bean
    static FilterRegistrationBean<TagOfBytes> tags() {
        var filter = new FilterRegistrationBean<>(new TagOfBytes());
        filter.addUrlPatterns("/api/v1/*");
        return filter;
    }

    @Bean
    static FilterRegistrationBean<NoFileName> noFileName() {
        var filter = new FilterRegistrationBean<>(new NoFileName());
        filter.addUrlPatterns("/api/v1/*");
        return filter;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(formsOnly);
        registry.addInterceptor(resumed);
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(signedIn);
    }
}
