package mtasts.estate;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import mtasts.export.PolicyArchive;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers with all domains of a list, written while they are read. */
@Component
class DomainExports {

    private final DomainList list;
    private final DomainTable table;
    private final PolicyArchive archive;

    DomainExports(DomainList list, DomainTable table, PolicyArchive archive) {
        this.list = list;
        this.table = table;
        this.archive = archive;
    }

    /** Their policies and records as a ZIP file. */
    void zip(ListRequest request, HttpServletResponse response) throws IOException {
        head(response, "application/zip", PolicyArchive.NAME);
        archive.write((name, most) -> list.namesAfter(request, name, most), response.getOutputStream());
    }

    /** The list itself as a table. */
    void csv(ListRequest request, HttpServletResponse response) throws IOException {
        head(response, "text/csv;charset=UTF-8", DomainTable.NAME);
        table.write(request, new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8)));
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
