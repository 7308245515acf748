package mtasts.database;

import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Gives the application a database of its own where no other is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoDatasource.class)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    /** Stopped after everything that uses it, because all of it depends on this bean by way of the datasource. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(DatabaseProperties properties) {
        CompletableFuture<EmbeddedPostgres> started = new CompletableFuture<>();
        SpringApplication.getShutdownHandlers().add(() -> stop(started));
        try {
            started.complete(EmbeddedPostgres.start(properties));
        } finally {
            started.cancel(false);
        }
        return started.join();
    }

    /** For an end that comes while the application is still starting: it waits for the database, then stops it. */
    private static void stop(CompletableFuture<EmbeddedPostgres> started) {
        started.thenAccept(EmbeddedPostgres::close)
                .exceptionally(neverStarted -> null)
                .join();
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return postgres.url();
            }

            @Override
            public String getUsername() {
                return EmbeddedPostgres.NAME;
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }
        };
    }

    static class NoDatasource implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
