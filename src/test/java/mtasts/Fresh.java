package mtasts;

import mtasts.account.AccountMemory;
import mtasts.hosting.NothingServed;
import mtasts.validator.NothingAsked;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets each test begin as after a first start: no rows but the migrations', and the clock at its beginning. */
class Fresh implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        ApplicationContext context = SpringExtension.getApplicationContext(test);
        context.getBean(Database.class).empty();
        context.getBean(NothingServed.class).forget();
        context.getBean(NothingAsked.class).forget();
        context.getBean(FakeClock.class).reset();
        context.getBean(AccountMemory.class).clear();
    }
}
