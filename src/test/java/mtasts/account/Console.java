package mtasts.account;

import org.springframework.context.ApplicationContext;

/** What whoever starts the application reads on its console. */
public final class Console {

    private Console() {}

    /** The path of the link that leads to the first account. */
    public static String setUpLink(ApplicationContext application) {
        return "/setup?code=" + application.getBean(FirstAccountCode.class).text();
    }
}
