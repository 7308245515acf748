package mtasts.web;

/** What a page of this application may load: its own files, and images that lie inside its own style sheets. */
public final class ContentSecurityPolicy {

    public static final String HEADER = "Content-Security-Policy";

    public static final String VALUE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ContentSecurityPolicy() {}
}
