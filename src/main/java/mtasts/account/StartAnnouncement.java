package mtasts.account;

import java.io.PrintStream;
import java.net.InetAddress;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says on the console where to go; as long as there is no account, with the code that makes the first. On standard output
 * and past the log, because logs are kept and read by others.
 */
@Component
class StartAnnouncement {

    private final FirstAccount firstAccount;
    private final FirstAccountCode code;
    private final ServerProperties server;
    private final Environment environment;

    StartAnnouncement(
            FirstAccount firstAccount, FirstAccountCode code, ServerProperties server, Environment environment) {
        this.firstAccount = firstAccount;
        this.code = code;
        this.server = server;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        var port = environment.getProperty("local.server.port", Integer.class);
        if (port != null) {
            say(port, System.out);
        }
    }

    void say(int port, PrintStream out) {
        var site = "http://" + host() + ":" + port;
        out.println();
        if (firstAccount.exists()) {
            out.println("MTA-STS Admin is ready: " + site + "/");
        } else {
            out.println("MTA-STS Admin is ready and has no account yet.");
            out.println("Open " + site + "/setup?code=" + code.text() + " to create the first account.");
        }
        out.println("It listens on " + listens() + ", port " + port + ".");
        out.println();
        out.flush();
    }

    /** What a browser on this machine can open. */
    private String host() {
        InetAddress address = server.getAddress();
        if (address == null || address.isAnyLocalAddress() || address.isLoopbackAddress()) {
            return "localhost";
        }
        return address.getHostAddress().contains(":") ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    private String listens() {
        InetAddress address = server.getAddress();
        if (address == null || address.isAnyLocalAddress()) {
            return "every address of this machine";
        }
        return address.isLoopbackAddress()
                ? "this machine only (" + address.getHostAddress() + "; SERVER_ADDRESS changes it)"
                : address.getHostAddress();
    }
}
