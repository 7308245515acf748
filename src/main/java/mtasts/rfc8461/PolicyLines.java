package mtasts.rfc8461;

import java.util.Collection;

/** One pass over the lines of a policy: what they are made of, before what their fields mean. */
final class PolicyLines {

    private final Source source;
    private final Findings findings = new Findings();
    private final PolicyFields fields;

    PolicyLines(CharSequence text) {
        source = new Source(text, 0);
        fields = new PolicyFields(source, findings);
    }

    /** Something to be said before the first line. */
    PolicyLines after(Finding finding) {
        findings.say(finding);
        return this;
    }

    Reading<Policy> read(Collection<DomainName> hosts) {
        int start = 0;
        while (start < source.length()) {
            source.beginLine(start);
            int from = start == 0 ? afterByteOrderMark() : start;
            int end = lineEnd(from);
            line(from, end);
            start = nextLine(end);
        }
        return fields.finish(hosts);
    }

    private int afterByteOrderMark() {
        if (!source.isAt(0, '\uFEFF')) {
            return 0;
        }
        findings.say(PolicyWords.BYTE_ORDER_MARK.mended(source.place(0, 1), ""));
        return 1;
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < source.length() && source.at(end) != '\n' && source.at(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Lines end in LF or CRLF. Whatever else editors take for a line end is told, and taken for one in what follows. */
    private int nextLine(int end) {
        if (end == source.length() || source.at(end) == '\n') {
            return end + 1;
        }
        if (source.isAt(end + 1, '\n')) {
            return end + 2;
        }
        findings.say(PolicyWords.CARRIAGE_RETURN.at(source.place(end, end + 1)));
        return source.isAt(end + 1, '\r') && source.isAt(end + 2, '\n') ? end + 3 : end + 1;
    }

    /** {@code sts-policy-field *WSP} */
    private void line(int start, int end) {
        int last = source.beforeSpace(start, end);
        int from = source.afterSpace(start, last);
        if (from == last) {
            findings.say(PolicyWords.BLANK.at(source.place(start, end), source.lineNumber()));
            return;
        }
        if (from > start) {
            findings.say(PolicyWords.LEADING_SPACE.mended(source.place(start, from), ""));
        }
        int nameEnd = FieldName.end(source.text(), from, last);
        int colon = source.afterSpace(nameEnd, last);
        if (colon == last || source.at(colon) != ':' || !FieldName.isName(source.text(), from, nameEnd)) {
            if (!OddCharacters.tell(source, findings, from, last, false)) {
                findings.say(LineFaults.find(source.text(from, last), source.place(from, last)));
            }
            return;
        }
        if (colon > nameEnd) {
            findings.say(PolicyWords.SPACE_BEFORE_COLON.mended(source.place(nameEnd, colon), ""));
        }
        fields.field(from, nameEnd, source.afterSpace(colon + 1, last), last);
    }
}
