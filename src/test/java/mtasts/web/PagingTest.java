package mtasts.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

    private final Address address = Address.of("/domains").with("q", "a&b c").with("stage", "");

    @ParameterizedTest
    @CsvSource({
        "2,50,2,50",
        ",,1,25",
        "0,0,1,1",
        "-7,9999,1,200",
        "x,y,1,25",
        "99999999999,3,1,3",
        "1000001,25,1000000,25"
    })
    void whatStandsInTheUrlIsBounded(String page, String size, int expectedPage, int expectedSize) {
        assertThat(PageRequest.of(page, size)).isEqualTo(new PageRequest(expectedPage, expectedSize));
    }

    @Test
    void theStateOfThePageStaysInItsAddress() {
        assertThat(address.href()).isEqualTo("/domains?q=a%26b+c");
        assertThat(address.with("q", null).href()).isEqualTo("/domains");
        assertThat(address.with("q", "x").with("page", 2).href()).isEqualTo("/domains?page=2&q=x");
    }

    @Test
    void aPageInTheMiddleLeadsBothWays() {
        var paging = Paging.of(new PageRequest(2, 25), 60, address);

        assertThat(paging.from()).isEqualTo(26);
        assertThat(paging.to()).isEqualTo(50);
        assertThat(paging.previous()).isEqualTo("/domains?q=a%26b+c");
        assertThat(paging.next()).isEqualTo("/domains?page=3&q=a%26b+c");
    }

    @Test
    void theLastPageLeadsBackOnly() {
        var paging = Paging.of(new PageRequest(3, 25), 60, address);

        assertThat(paging.to()).isEqualTo(60);
        assertThat(paging.previous()).isEqualTo("/domains?page=2&q=a%26b+c");
        assertThat(paging.next()).isNull();
    }

    @Test
    void nothingIsOnNoPage() {
        var paging = Paging.of(new PageRequest(1, 25), 0, address);

        assertThat(paging.from()).isZero();
        assertThat(paging.to()).isZero();
        assertThat(paging.previous()).isNull();
        assertThat(paging.next()).isNull();
    }

    @Test
    void aPageBehindTheLastOneLeadsBackToTheLast() {
        var paging = Paging.of(new PageRequest(9, 25), 60, address);

        assertThat(paging.from()).isZero();
        assertThat(paging.to()).isZero();
        assertThat(paging.previous()).isEqualTo("/domains?page=3&q=a%26b+c");
        assertThat(paging.next()).isNull();
    }

    @Test
    void anotherSizeBeginsAtTheFirstPage() {
        var sizes = Paging.of(
                        new PageRequest(3, 50), 600, address.with("page", 3).with("size", 50))
                .sizes();

        assertThat(sizes)
                .containsExactly(
                        new Paging.Size(25, "/domains?q=a%26b+c", false),
                        new Paging.Size(50, "/domains?q=a%26b+c&size=50", true),
                        new Paging.Size(200, "/domains?q=a%26b+c&size=200", false));
    }
}
