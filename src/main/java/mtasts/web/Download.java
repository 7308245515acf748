package mtasts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A file that is written while it is sent. */
public final class Download {

    public static final String CSV = "text/csv;charset=UTF-8";
    public static final String ZIP = "application/zip";

    private Download() {}

    /**
     * Says what comes, to be kept and not shown.
     *
     * @param type of the content
     * @param name that it is kept under
     * @return what it is written into
     */
    public static OutputStream as(String type, String name, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        return response.getOutputStream();
    }
}
