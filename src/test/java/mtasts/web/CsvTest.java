package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void aFieldIsQuotedWhereItMustBeAndNeverAFormula() {
        assertThat(Csv.line("a,b", "a\"b", "=1+1", "+1", "-1", "@x", "\tx", "a-b", "", null, "=a,\"b\""))
                .isEqualTo("\"a,b\",\"a\"\"b\",'=1+1,'+1,'-1,'@x,'\tx,a-b,,,\"'=a,\"\"b\"\"\"\r\n");
    }
}
