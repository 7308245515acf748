package mtasts.database;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        EmbeddedPostgres postgres = EmbeddedPostgres.start(properties);
        SpringApplication.getShutdownHandlers().add(() -> closeAtLast(postgres));
        return postgres;
    }

    /** For an end that comes while the application is still starting. */
    private static void closeAtLast(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
