package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smarttravel.api.comparables.PeerGroup;
import smarttravel.api.offers.OfferKey;

class ComparableRoutesTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final String COMPARABLES = "/api/v1/offers/ola/A%2F1/comparables";

    private final RunningApi api = new RunningApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void theSameHolidayIsListedCheapestFirst() {
        api.filled();
        peer("B", "450");
        peer("C", "500");
        peer("D", "600");

        JsonNode comparison = api.json(COMPARABLES);

        assertThat(comparison.path("status").asText()).isEqualTo("ok");
        assertThat(comparison.path("currency").asText()).isEqualTo("USD");
        assertThat(comparison.path("hotel").asText()).isEqualTo("Áureo");
        assertThat(comparison.path("n").asInt()).isEqualTo(4);
        assertThat(comparison.path("cheapest").asDouble()).isEqualTo(450);
        assertThat(comparison.path("median").asDouble()).isEqualTo(500);
        assertThat(comparison.path("percentile").asDouble()).isEqualTo(50);
        assertThat(comparison.path("offers").findValuesAsText("offerId")).containsExactly("B", "A/1", "C", "D");
        assertThat(comparison.path("offers").findValuesAsText("rank")).containsExactly("1", "2", "2", "4");
        assertThat(comparison.at("/offers/0/matchConfidence").asDouble()).isEqualTo(0.97);
        assertThat(comparison.at("/offers/0/ageSeconds").asLong()).isEqualTo(43_200);
        assertThat(comparison.at("/offers/0/price/amount").asText()).isEqualTo("450.00");
    }

    @Test
    void underThreeOthersItIsInsufficientAndSaysWhatThereIs() {
        api.filled();
        peer("B", "450");
        peer("C", "460");

        JsonNode comparison = api.json(COMPARABLES);

        assertThat(comparison.path("status").asText()).isEqualTo("insufficient");
        assertThat(comparison.path("n").asInt()).isEqualTo(3);
        assertThat(comparison.has("percentile")).isFalse();
        assertThat(comparison.path("offers")).hasSize(3);
    }

    @Test
    void anotherCurrencyChangesTheFiguresAndNoRank() {
        api.filled();
        peer("B", "450");

        JsonNode comparison = api.json(COMPARABLES + "?currency=ARS&fxKind=mep");

        assertThat(comparison.path("currency").asText()).isEqualTo("ARS");
        assertThat(comparison.at("/rate/kind").asText()).isEqualTo("mep");
        assertThat(comparison.path("cheapest").asDouble()).isEqualTo(450_000);
        assertThat(comparison.at("/offers/1/pricePerPerson").asDouble()).isEqualTo(500_000);
        assertThat(comparison.at("/offers/1/pricePerPersonUsd").asDouble()).isEqualTo(500);
        assertThat(comparison.at("/offers/1/rank").asInt()).isEqualTo(2);
    }

    @Test
    void aCurrencyWithoutARateIsRefusedByName() {
        api.filled();

        var answer = api.get(COMPARABLES + "?currency=XXX");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningApi.named(answer)).containsExactly("currency");
    }

    @Test
    void whatIsBeyondTheListCounts() {
        api.filled();
        for (int i = 1; i < PeerGroup.MOST_NAMED; i++) {
            peer("B" + i, "450");
        }
        api.peers.priced = 61;

        JsonNode comparison = api.json(COMPARABLES);

        assertThat(comparison.path("status").asText()).isEqualTo("ok");
        assertThat(comparison.path("n").asInt()).isEqualTo(61);
        assertThat(comparison.path("leftOut").asInt()).isEqualTo(11);
        assertThat(comparison.path("median").asDouble()).isEqualTo(777);
    }

    @Test
    void oneThatIsDearerThanAllThatAreListedStandsAsItsRowSays() {
        api.filled();
        for (int i = 0; i < PeerGroup.MOST_NAMED; i++) {
            peer("B" + i, "450");
        }
        api.peers.priced = 101;
        api.peers.own = new PeerGroup.Standing(3, 79, 2);

        JsonNode comparison = api.json(COMPARABLES);

        assertThat(comparison.path("leftOut").asInt()).isEqualTo(50);
        assertThat(comparison.path("providerRank").asInt()).isEqualTo(3);
        assertThat(comparison.path("percentile").asDouble()).isEqualTo(20);
        assertThat(comparison.at("/offers/50/offerId").asText()).isEqualTo("A/1");
        assertThat(comparison.at("/offers/50/rank").asInt()).isEqualTo(80);
        assertThat(comparison.at("/offers/49/rank").asInt()).isEqualTo(1);
    }

    @Test
    void itHasNoRankAmongThoseThatAreLeftOutWhenItsRowHasNone() {
        api.filled();
        for (int i = 0; i < PeerGroup.MOST_NAMED; i++) {
            peer("B" + i, "450");
        }
        api.peers.priced = 101;

        JsonNode comparison = api.json(COMPARABLES);

        assertThat(comparison.has("percentile")).isFalse();
        assertThat(comparison.has("providerRank")).isFalse();
        assertThat(comparison.at("/offers/50").has("rank")).isFalse();
    }

    @Test
    void anOfferThatNobodyKnowsIsNotFound() {
        assertThat(api.get(COMPARABLES).statusCode()).isEqualTo(404);
    }

    private void peer(String offerId, String amount) {
        api.offers.offers.add(OffersInMemory.offer(offerId, OCTOBER, amount));
        api.peers.together.add(new OfferKey("ola", offerId));
    }
}
