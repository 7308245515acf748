package mtasts;

import mtasts.web.ScopedClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts MTA-STS Admin. */
@SpringBootApplication
@EnableScheduling
public class MtaStsApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(ResetLinkCommand.NAME)) {
            System.exit(ResetLinkCommand.run(arguments, System.out, System.err));
        }
        SpringApplication.run(MtaStsApplication.class, arguments);
    }

    /** The one source of "now"; tests put a clock of their own in its place. */
    @Bean
    ScopedClock clock() {
        return new ScopedClock();
    }
}
