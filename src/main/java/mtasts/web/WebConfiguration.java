package mtasts.web;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** One bundle a module. */
    private static final List<String> BUNDLES = List.of(
            "web", "account", "audit", "domain", "policy", "promotion", "hosting", "export", "estate", "rfc8461");

    private final SignedIn signedIn;

    WebConfiguration(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Bean
    static MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                BUNDLES.stream().map(bundle -> "messages/" + bundle).toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(signedIn);
    }
}
