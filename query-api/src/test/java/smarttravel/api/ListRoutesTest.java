package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.api.drops.DropQuery;
import smarttravel.api.patterns.PatternKind;
import smarttravel.api.patterns.PatternQuery;
import smarttravel.api.quality.QualityQuery;
import smarttravel.events.Kind;

class ListRoutesTest {
    private final RunningApi api = new RunningApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aDropCarriesItsEvidence() {
        api.filled();

        JsonNode drop = api.json("/api/v1/drops").path("items").path(0);

        assertThat(drop.path("percent").decimalValue()).isEqualByComparingTo("12");
        assertThat(drop.path("baseline").path("amount").asText()).isEqualTo("500.00");
        assertThat(drop.path("previousPrice").path("amount").asText()).isEqualTo("495.50");
        assertThat(drop.path("newLow").asBoolean()).isTrue();
        assertThat(drop.path("flapping").asBoolean()).isTrue();
        assertThat(drop.path("trackedObservations").asInt()).isEqualTo(9);
    }

    @Test
    void everyFilterReachesTheDrops() {
        api.get("/api/v1/drops?destination=CUN&market=FLIGHT/EZE/CUN&provider=ola&since=2026-07-01T00:00:00Z"
                + "&minPercent=12.5&newLow=false&flapping=false");

        DropQuery asked = api.dropQueries.get(0);
        assertThat(asked.market()).contains("FLIGHT/EZE/CUN");
        assertThat(asked.since().orElseThrow()).isEqualTo("2026-07-01T00:00:00Z");
        assertThat(asked.minPercent().orElseThrow()).isEqualByComparingTo("12.5");
        assertThat(asked.newLow()).contains(false);
        assertThat(asked.flapping()).contains(false);
    }

    @Test
    void aPatternCarriesItsEvidence() {
        api.filled();

        JsonNode pattern = api.json("/api/v1/patterns").path("items").path(0);

        assertThat(pattern.path("pattern").asText()).isEqualTo("fake-discount");
        assertThat(pattern.path("before").path("amount").asText()).isEqualTo("400.00");
        assertThat(pattern.path("between").path("amount").asText()).isEqualTo("450.00");
        assertThat(pattern.path("percent").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(pattern.path("observations").asInt()).isEqualTo(3);
    }

    @Test
    void everyFilterReachesThePatterns() {
        api.get("/api/v1/patterns?pattern=spike-and-return&market=FLIGHT/EZE/CUN&destination=CUN&provider=ola"
                + "&since=2026-07-01T00:00:00Z");

        PatternQuery asked = api.patternQueries.get(0);
        assertThat(asked.pattern()).contains(PatternKind.SPIKE_AND_RETURN);
        assertThat(asked.market()).contains("FLIGHT/EZE/CUN");
        assertThat(asked.destination()).contains("CUN");
        assertThat(asked.provider()).contains("ola");
        assertThat(asked.since().orElseThrow()).isEqualTo("2026-07-01T00:00:00Z");
    }

    @Test
    void aMarketsMetricsAreByDaysBeforeDeparture() {
        api.filled();

        JsonNode lead = api.json("/api/v1/markets/" + MarketsInMemory.NAME + "/metrics")
                .path("leads")
                .path(0);

        assertThat(lead.path("lead").path("from").asInt()).isEqualTo(180);
        assertThat(lead.path("lead").has("to")).isFalse();
        assertThat(lead.path("n").asInt()).isEqualTo(12);
        assertThat(lead.path("upperQuartile").asDouble()).isEqualTo(600);
        assertThat(api.get("/api/v1/markets/FLIGHT/EZE/XXX/metrics").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSeasonShowsLevelsOnlyWhereThereAreEnoughOffers() {
        api.filled();

        JsonNode season = api.json("/api/v1/trends/seasonal?market=FLIGHT/EZE/CUN")
                .path("items")
                .path(0);

        assertThat(season.path("coverage").asInt()).isEqualTo(7);
        assertThat(season.path("months").path(0).path("month").asText()).isEqualTo("2026-08");
        assertThat(season.path("months").path(0).path("level").asDouble()).isEqualTo(510.5);
        assertThat(season.path("months").path(1).has("level")).isFalse();
        assertThat(season.path("calendar").path(0).path("month").asInt()).isEqualTo(8);
    }

    @Test
    void aMonthNamesWhatFallsIntoItAtTheOriginAndAtTheDestination() {
        api.filled();

        JsonNode months = api.json("/api/v1/trends/seasonal?market=FLIGHT/EZE/CUN")
                .path("items")
                .path(0)
                .path("months");

        assertThat(texts(months.path(0).path("holidays")))
                .containsExactly(
                        "AR long-weekend 2026-08-15 2026-08-17 San Martín Day",
                        "AR public 2026-08-17 2026-08-17 San Martín Day");
        assertThat(texts(months.path(1).path("holidays"))).contains("MX public 2026-09-16 2026-09-16 Independence Day");
    }

    private static List<String> texts(JsonNode holidays) {
        List<String> texts = new ArrayList<>();
        holidays.forEach(holiday -> texts.add(holiday.path("country").asText() + " "
                + holiday.path("sort").asText() + " " + holiday.path("from").asText() + " "
                + holiday.path("to").asText() + " " + holiday.path("name").asText()));
        return texts;
    }

    @Test
    void aMarketWithTooFewMonthsIsToldWhyItHasNoForecast() {
        api.filled();

        JsonNode forecast = api.json("/api/v1/trends/forecast?market=FLIGHT/EZE/CUN");

        assertThat(forecast.path("status").asText()).isEqualTo("insufficient");
        assertThat(forecast.path("reason").asText()).contains("24 are needed");
        assertThat(forecast.path("backtest").path("knownMonths").asInt()).isZero();
        assertThat(forecast.path("backtest").has("mase")).isFalse();
        assertThat(forecast.path("months")).isEmpty();
    }

    @Test
    void aForecastIsTwelveMonthsWithIntervalsAndItsPast() {
        api.seasons.add(Samples.risingSeason(YearMonth.of(2023, 7), 38));

        JsonNode forecast = api.json("/api/v1/trends/forecast?market=FLIGHT/EZE/CUN");

        JsonNode next = forecast.path("months").path(0);
        assertThat(forecast.path("status").asText()).isEqualTo("ok");
        assertThat(forecast.path("through").asText()).isEqualTo("2026-06");
        assertThat(forecast.path("months")).hasSize(12);
        assertThat(next.path("month").asText()).isEqualTo("2026-07");
        assertThat(next.path("level").asDouble())
                .isBetween(next.path("low").asDouble(), next.path("high").asDouble());
        assertThat(next.path("offersSoFar").asInt()).isEqualTo(40);
        assertThat(texts(next.path("holidays"))).anyMatch(text -> text.contains("winter school holidays"));
        assertThat(forecast.path("backtest").path("mase").asDouble())
                .isLessThan(forecast.path("backtest").path("naiveMase").asDouble());
        assertThat(forecast.path("backtest").path("knownMonths").asInt()).isEqualTo(36);
    }

    @Test
    void thereIsNoForecastOfAnUnknownMarket() {
        assertThat(api.get("/api/v1/trends/forecast?market=FLIGHT/EZE/XXX").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theLastBucketOfABookingCurveIsOpen() {
        api.filled();

        JsonNode buckets = api.json("/api/v1/trends/booking-curve?kind=FLIGHT&origin=EZE&destination=CUN")
                .path("items")
                .path(0)
                .path("buckets");

        assertThat(buckets.path(0).path("to").asInt()).isEqualTo(6);
        assertThat(buckets.path(1).has("to")).isFalse();
        assertThat(api.trendQueries.get(0).selection().kind()).contains(Kind.FLIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "'', market",
        "'?kind=FLIGHT', destination",
        "'?destination=CUN', kind",
        "'?market=FLIGHT/EZE/CUN&kind=FLIGHT', market"
    })
    void aTrendWantsOneMarketOrAKindAndDestination(String query, String parameter) {
        HttpResponse<String> answer = api.get("/api/v1/trends/seasonal" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningApi.named(answer)).containsExactly(parameter);
    }

    @Test
    void aTrendOfAnUnknownMarketIsNotFound() {
        assertThat(api.get("/api/v1/trends/seasonal?market=FLIGHT/EZE/XXX").statusCode())
                .isEqualTo(404);
    }

    @Test
    void marketsAreListedWithTheirParts() {
        JsonNode markets = api.json("/api/v1/markets?kind=PACKAGE").path("items");

        assertThat(markets).hasSize(1);
        assertThat(markets.path(0).path("nights").asText()).isEqualTo("14+");
        assertThat(markets.path(0).path("lastDay").asText()).isEqualTo("2026-07-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PACKAGE/EZE/CUN/14+/AI", "PACKAGE%2FEZE%2FCUN%2F14%2B%2FAI"})
    void aMarketsDaysAreFoundWithRawAndEncodedSlashes(String market) {
        api.markets.days.add(Samples.day(LocalDate.of(2026, 7, 1)));
        api.markets.days.add(Samples.day(LocalDate.of(2026, 7, 2)));

        JsonNode days =
                api.json("/api/v1/markets/" + market + "/daily?from=2026-07-02").path("items");

        assertThat(days).hasSize(1);
        assertThat(days.path(0).path("median").asDouble()).isEqualTo(500);
        assertThat(days.path(0).has("change7dPercent")).isFalse();
    }

    @Test
    void daysOfAnUnknownMarketAreNotFoundButAnEmptyRangeIsEmpty() {
        assertThat(api.get("/api/v1/markets/FLIGHT/EZE/XXX/daily").statusCode()).isEqualTo(404);
        assertThat(api.json("/api/v1/markets/" + MarketsInMemory.NAME + "/daily")
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aProviderShowsEveryComponentAndWhatItRestsOn() {
        JsonNode provider = api.json("/api/v1/quality/providers?day=2026-07-08")
                .path("items")
                .path(0);

        assertThat(provider.path("score").asDouble()).isEqualTo(88);
        assertThat(provider.at("/validity/n").asInt()).isEqualTo(12);
        assertThat(provider.at("/validity/windowDays").asInt()).isEqualTo(7);
        assertThat(provider.at("/honesty/status").asText()).isEqualTo("insufficient");
        assertThat(provider.path("honesty").has("score")).isFalse();
        assertThat(api.qualities.days.get(0)).contains(LocalDate.of(2026, 7, 8));
    }

    @Test
    void everyFilterReachesTheOffersQuality() {
        JsonNode offer = api.json("/api/v1/quality/offers?market=FLIGHT/EZE/CUN&destination=CUN&provider=ola"
                        + "&departureFrom=2026-10-01&departureTo=2026-10-31&minScore=70.5")
                .path("items")
                .path(0);

        QualityQuery asked = api.qualities.queries.get(0);
        assertThat(asked.market()).contains("FLIGHT/EZE/CUN");
        assertThat(asked.destination()).contains("CUN");
        assertThat(asked.provider()).contains("ola");
        assertThat(asked.departureFrom()).contains(LocalDate.of(2026, 10, 1));
        assertThat(asked.departureTo()).contains(LocalDate.of(2026, 10, 31));
        assertThat(asked.minScore().orElseThrow()).isEqualByComparingTo("70.5");
        assertThat(offer.at("/quality/score").asDouble()).isEqualTo(81.5);
        assertThat(offer.at("/quality/value/status").asText()).isEqualTo("insufficient");
    }

    @Test
    void anOffersRowCarriesItsQualityWhereOneIsKnown() {
        api.filled();

        JsonNode known = api.json("/api/v1/offers?destination=CUN").at("/items/0");
        api.qualities.isFilled = false;
        JsonNode unknown = api.json("/api/v1/offers/ola/A%2F1");

        assertThat(known.at("/quality/score").asDouble()).isEqualTo(81.5);
        assertThat(known.at("/quality/rating/n").asInt()).isEqualTo(12);
        assertThat(unknown.has("quality")).isFalse();
    }

    @Test
    void aRangeOfDaysThatEndsBeforeItStartsIsRefused() {
        HttpResponse<String> answer =
                api.get("/api/v1/markets/" + MarketsInMemory.NAME + "/daily?from=2026-07-02&to=2026-07-01");

        assertThat(RunningApi.named(answer)).containsExactly("to");
    }
}
