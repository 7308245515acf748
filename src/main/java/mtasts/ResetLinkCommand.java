package mtasts;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mtasts.account.Rescue;
import mtasts.database.RunningDatabase;
import mtasts.web.Installation;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.util.StringUtils;

/**
 * The command {@code reset-link MAIL}: prints a one-time link for an administrator who is locked out. It works beside a
 * running application, by that one's database, and without one.
 */
@EnableAutoConfiguration
@ComponentScan({"mtasts.audit", "mtasts.database"})
@Import({Rescue.class, Installation.class})
@EntityScan("mtasts.account")
@EnableJpaRepositories("mtasts.account")
class ResetLinkCommand {

    static final String NAME = "reset-link";

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /**
     * @param arguments the command's name, the mail address, and options of the application such as
     *     {@code --mtasts.database.folder=data}
     * @return the exit status: 0 when a link was printed
     */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        var words =
                Arrays.stream(arguments).filter(word -> !word.startsWith("--")).toList();
        try (var context = start(arguments)) {
            var outcome = context.getBean(Rescue.class).rescue(words.size() == 2 ? words.get(1) : "");
            return switch (outcome) {
                case Rescue.Outcome.Link link -> {
                    out.println((link.enabled() ? "Enabled again. " : "") + "A link for " + link.displayName()
                            + ", which works once and until " + UNTIL.format(link.expiresAt()) + ":");
                    out.println(site(context) + link.path());
                    yield 0;
                }
                case Rescue.Outcome.Reader(var name) -> {
                    err.println(name + " is a reader: an administrator can make the link, under People.");
                    yield 1;
                }
                case Rescue.Outcome.Nobody(var administrators) -> {
                    err.println("Say whom the link is for: " + NAME + " MAIL");
                    err.println("Administrators: " + String.join(", ", administrators));
                    yield 1;
                }
            };
        }
    }

    /** A database that an application of another version is using is not migrated by the way. */
    private static ConfigurableApplicationContext start(String[] arguments) {
        var quiet = Stream.of(
                "--spring.flyway.enabled=false", "--logging.level.root=ERROR", "--logging.level.mtasts=ERROR");
        return new SpringApplicationBuilder(ResetLinkCommand.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(ResetLinkCommand::useWhatRuns)
                .run(Stream.concat(Arrays.stream(arguments), quiet).toArray(String[]::new));
    }

    /** A running application has its data folder to itself, but lets others into its database. */
    private static void useWhatRuns(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            return;
        }
        RunningDatabase.on(Path.of(environment.getProperty("mtasts.database.folder", "data")))
                .ifPresent(running -> environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "running database",
                                Map.of(
                                        "spring.datasource.url", running.url(),
                                        "spring.datasource.username", running.user(),
                                        "spring.datasource.password", running.password()))));
    }

    private static String site(ConfigurableApplicationContext context) {
        var publicUrl = context.getBean(Installation.class).settings().publicUrl();
        return publicUrl == null
                ? "http://localhost:" + context.getEnvironment().getProperty("server.port", "8080")
                : publicUrl.replaceAll("/+$", "");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
