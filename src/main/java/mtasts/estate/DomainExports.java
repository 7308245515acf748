package mtasts.estate;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import mtasts.export.PolicyArchive;
import mtasts.web.Download;
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
        archive.write(
                (name, most) -> list.namesAfter(request, name, most),
                Download.as(Download.ZIP, PolicyArchive.NAME, response));
    }

    /** The list itself as a table. */
    void csv(ListRequest request, HttpServletResponse response) throws IOException {
        var into = Download.as(Download.CSV, DomainTable.NAME, response);
        table.write(request, new BufferedWriter(new OutputStreamWriter(into, UTF_8)));
    }
}
