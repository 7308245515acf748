package mtasts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import mtasts.account.AccountMemory;
import mtasts.account.Programs;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole application: one context for all of them, on the {@link mtasts.database.SharedDatabase}, listening on
 * a random port, with a {@link FakeClock}. Each test begins as after a first start: {@link Fresh} sees to that.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({FakeClock.class, Database.class, AccountMemory.class, Programs.class})
@ExtendWith(Fresh.class)
public @interface ApplicationTest {}
