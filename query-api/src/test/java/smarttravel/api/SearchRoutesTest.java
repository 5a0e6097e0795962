package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.events.Kind;

class SearchRoutesTest {
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = new RunningApi().filled();
    }

    @AfterAll
    static void close() {
        api.close();
    }

    @Test
    void whatIsBegunCanBeFollowed() {
        HttpResponse<String> begun = api.post("/api/v1/searches", """
                {"kind":"PACKAGE","destination":"CUN","departureFrom":"2027-01-10","departureTo":"2027-01-20",
                 "nightsMin":7,"nightsMax":7,"occupancy":2}""");

        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(api.searches.begun).anySatisfy(criteria -> {
            assertThat(criteria.kind()).isEqualTo(Kind.PACKAGE);
            assertThat(criteria.departureTo()).isEqualTo(LocalDate.of(2027, 1, 20));
            assertThat(criteria.occupancy()).isEqualTo(2);
        });
        JsonNode followed = api.json(begun.headers().firstValue("Location").orElseThrow());
        assertThat(followed.at("/search/state").asText()).isEqualTo("RUNNING");
        assertThat(followed.at("/search/providers/0/pagesRead").asInt()).isEqualTo(1);
        assertThat(followed.at("/offers/0/offerId").asText()).isEqualTo("A/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | destination",
                "{\"destination\":\"Cancun\"} | destination",
                "{\"destination\":\"CUN\",\"nightsMin\":9,\"nightsMax\":7} | nightsMax",
                "{\"destination\":\"CUN\",\"departureFrom\":\"2027-02-01\",\"departureTo\":\"2027-01-01\"} | departureTo",
                "{\"destination\":\"CUN\",\"destination\":\"MIA\"} | (body)",
                "{\"destination\":[\"CUN\"]} | destination",
                "[] | (body)",
                "{\"destination\":\"CUN\"} x | (body)",
                "{\"destination\":\"CUN\" | (body)"
            })
    void whatCannotBeSearchedIsRefusedByName(String body, String named) {
        HttpResponse<String> answer = api.post("/api/v1/searches", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningApi.named(answer)).contains(named);
    }

    @Test
    void aSearchThatNobodyBeganIsNotFound() {
        assertThat(api.get("/api/v1/searches/" + new UUID(1, 2)).statusCode()).isEqualTo(404);
        assertThat(api.get("/api/v1/searches/latest").statusCode()).isEqualTo(400);
    }
}
