package smarttravel.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.Topics;
import smarttravel.stack.testing.Fare;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.Tables;

/**
 * What does not belong on the topic, or comes at the wrong time, stops nothing and spoils nothing. Each test has offers of
 * its own, so that they wait side by side.
 */
@Execution(ExecutionMode.CONCURRENT)
class UnrulyTopicTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate DEPARTURE = LocalDate.of(2026, 9, 1);

    private static Stack stack;
    private static Tables tables;

    @BeforeAll
    static void start(@TempDir Path folder) {
        stack = QuickStack.start(folder);
        tables = new Tables(stack.clickHouseReader());
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void eachPoisonousRecordIsRejectedOnceWithItsReasonAndItsNeighboursGoOn() throws Exception {
        // Given
        Map<String, String> poison = poison();
        Map<String, String> expected = new TreeMap<>();
        int neighbours = 0;

        // When
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (Map.Entry<String, String> bad : poison.entrySet()) {
                RecordMetadata place = send(producer, "shop/poison", bad.getKey(), "1");
                expected.put(place(place), bad.getValue());
                send(producer, "shop/poison", neighbour(neighbours++), "1");
            }
            RecordMetadata tombstone = send(producer, "shop/poison", null, "1");
            expected.put(place(tombstone), "malformed-json");
            RecordMetadata otherVersion = send(producer, "shop/poison", neighbour(neighbours), "2");
            expected.put(place(otherVersion), "schema-version");
            send(producer, null, neighbour(neighbours++), "1");
        }

        // Then
        Awaitility.await("every dead letter is in the table")
                .atMost(Duration.ofSeconds(60))
                .until(() -> tables.number("SELECT count() FROM travel.rejected_observations") >= expected.size());
        Published.awaitInTables(stack.kafka());
        Map<String, String> found = new TreeMap<>();
        for (String line : tables.lines("SELECT source, reason FROM travel.rejected_observations")) {
            String[] cells = line.split("\\|", -1);
            assertThat(found.put(cells[0], cells[1])).as("twice: %s", line).isNull();
        }
        assertThat(found).isEqualTo(expected);
        assertThat(tables.number("SELECT max(length(payload)) FROM travel.rejected_observations"))
                .isEqualTo(64 * 1024);
        assertThat(tables.number("SELECT count() FROM travel.price_observations WHERE offer_id = 'poison'"))
                .isEqualTo(neighbours);
        assertThat(stack.jobs().trouble()).isEmpty();
    }

    @Test
    void aLateObservationIsStoredAndCountedAndChangesNothing() {
        Fare fare = new Fare("late", "LAT", DEPARTURE);

        publish(
                fare.seen(DAY, "100"),
                fare.seen(DAY.plusDays(2), "100"),
                fare.seen(DAY.plusDays(4), "100"),
                fare.seen(DAY.plusDays(1), "5"),
                fare.seen(DAY.plusDays(5), "85"));

        assertThat(tables.lines("SELECT amount FROM travel.price_observations WHERE offer_id = 'late' AND late"))
                .containsExactly("5.0000");
        assertThat(tables.lines("SELECT baseline, new_low FROM travel.price_drops WHERE offer_id = 'late'"))
                .containsExactly("100.0000|true");
        assertThat(tables.lines("SELECT amount, observations FROM travel.offers WHERE offer_id = 'late'"))
                .containsExactly("85.0000|4");
    }

    @Test
    void ofTwoObservationsOfOneMomentTheFirstWins() {
        Fare fare = new Fare("twice", "TWI", DEPARTURE);

        publish(fare.seen(DAY, "100"), fare.seen(DAY, "70"), fare.seen(DAY.plusDays(1), "90"), fare.seen(DAY, "60"));

        assertThat(
                        tables.lines(
                                "SELECT amount, late FROM travel.price_observations WHERE offer_id = 'twice' ORDER BY observed_at"))
                .containsExactly("100.0000|false", "90.0000|false");
        assertThat(tables.lines("SELECT observations FROM travel.offers WHERE offer_id = 'twice'"))
                .containsExactly("2");
    }

    @Test
    void anotherCurrencyStartsTheHistoryAnew() {
        Fare fare = new Fare("currency", "CUR", DEPARTURE);
        List<PriceObservation> seen = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            seen.add(fare.seen(DAY.plusDays(day), "1000"));
        }
        for (int day = 5; day < 9; day++) {
            seen.add(fare.seen(Instant.parse(DAY.plusDays(day) + "T00:00:00Z"), "700", "EUR"));
        }
        seen.add(fare.seen(Instant.parse(DAY.plusDays(9) + "T00:00:00Z"), "600", "EUR"));

        publish(seen.toArray(PriceObservation[]::new));

        assertThat(
                        tables.lines(
                                "SELECT currency, baseline, tracked_observations FROM travel.price_drops WHERE offer_id = 'currency'"))
                .containsExactly("EUR|700.0000|4");
        assertThat(tables.number(
                        "SELECT countIf(quarantined) FROM travel.price_observations WHERE offer_id = 'currency'"))
                .isZero();
        assertThat(tables.lines("SELECT currency, amount FROM travel.offers WHERE offer_id = 'currency'"))
                .containsExactly("EUR|600.0000");
    }

    @Test
    void theOrderAcrossOffersChangesNoTable() {
        // Given: the same twelve offers in five markets, shuffled by five seeds
        List<String> places = List.of("PAA", "PAB", "PAC", "PAD", "PAE");
        publish(places.stream()
                .flatMap(place -> shuffled(place, new Random(place.hashCode())).stream())
                .toArray(PriceObservation[]::new));

        // Then
        List<List<String>> contents =
                places.stream().map(UnrulyTopicTest::everythingOf).toList();
        assertThat(contents.get(0)).hasSizeGreaterThan(12 * 30);
        assertThat(contents).allSatisfy(its -> assertThat(its).isEqualTo(contents.get(0)));
    }

    private static List<PriceObservation> shuffled(String place, Random order) {
        Random prices = new Random(1);
        List<Deque<PriceObservation>> offers = new ArrayList<>();
        for (int offer = 0; offer < 12; offer++) {
            Fare fare = new Fare(place + offer, place, DEPARTURE.plusMonths(offer % 2));
            Deque<PriceObservation> seen = new ArrayDeque<>();
            for (int day = 0; day < 30; day++) {
                seen.add(fare.seen(DAY.plusDays(day), String.valueOf(500 + prices.nextInt(300))));
            }
            offers.add(seen);
        }
        List<Integer> turns = new ArrayList<>();
        for (int offer = 0; offer < offers.size(); offer++) {
            turns.addAll(Collections.nCopies(30, offer));
        }
        Collections.shuffle(turns, order);
        return turns.stream().map(offer -> offers.get(offer).removeFirst()).toList();
    }

    private static List<String> everythingOf(String place) {
        String market = "'FLIGHT/EZE/" + place + "'";
        List<String> rows = new ArrayList<>();
        for (String query : List.of(
                "SELECT offer_id, observed_at, amount, late, quarantined, lead_days FROM travel.price_observations",
                "SELECT offer_id, observed_at, amount, observations, first_observed_at FROM travel.offers",
                "SELECT offer_id, observed_at, amount, baseline, percent, new_low, tracked_days FROM travel.price_drops",
                "SELECT departure_month, offers, level, idx, status, observations FROM travel.seasonal_levels",
                "SELECT calendar_month, idx, years, coverage, cycles, status, observations FROM travel.seasonal_index",
                "SELECT lead_bucket, offers, idx, status, observations FROM travel.booking_curve",
                "SELECT offer_id, day, unit, observed_at FROM travel.market_offer_days",
                "SELECT day, offers, minimum, p25, median, p75, change_7d_percent, dropped_share FROM travel.market_days")) {
            tables.lines(query + " WHERE market = " + market + " ORDER BY ALL")
                    .forEach(row -> rows.add(row.replace(place, "")));
        }
        return rows;
    }

    /** Records that must be rejected, with the reason. */
    private static Map<String, String> poison() {
        Map<String, String> poison = new TreeMap<>();
        for (String malformed : List.of(
                "",
                "{",
                "}",
                "[1,2",
                "not json",
                "null",
                "42",
                "\"text\"",
                "[]",
                "{\"provider\":\"shop\",}",
                "{\"provider\":'shop'}",
                "{provider:\"shop\"}",
                "{\"provider\":\"shop\" \"offerId\":\"1\"}",
                "{\"provider\":\"shop\",\"provider\":\"shop\"}",
                "{\"amount\":NaN}",
                "{\"amount\":01}",
                "{\"name\":\"\u0001\"}",
                "[".repeat(100_000))) {
            poison.put(malformed, "malformed-json");
        }
        poison.put(with("amount", "\"-1\""), "amount-not-positive");
        poison.put(with("amount", "\"0\""), "amount-not-positive");
        poison.put(with("amount", "\"NaN\""), "bad-amount");
        poison.put(with("amount", "1e400"), "bad-amount");
        poison.put(with("amount", "\"12,5\""), "bad-amount");
        poison.put(with("departure", "\"2026-02-30\""), "bad-date");
        poison.put(with("departure", "\"10000-01-01\""), "bad-date");
        poison.put(with("observedAt", "\"2026-02-30T00:00:00Z\""), "bad-date");
        poison.put(with("currency", "\"ZZZ\""), "unknown-currency");
        poison.put(with("observedAt", "\"" + Instant.now().plus(Duration.ofHours(2)) + "\""), "future-observation");
        poison.put(with("hotel", "\"" + "x".repeat(1_000_000) + "\""), "field-too-long");
        poison.put(neighbour(0).replace("\"provider\":\"shop\",", ""), "missing-field");
        poison.put(neighbour(0).replace("\"destination\":\"POI\"", "\"destination\":\"POX\""), "identity-changed");
        return poison;
    }

    private static String with(String field, String value) {
        String json = neighbour(0).replaceFirst("\"" + field + "\":\"[^\"]*\",?", "");
        return "{\"" + field + "\":" + value + "," + json.substring(1).replace(",}", "}");
    }

    private static String neighbour(int number) {
        PriceObservation seen = new Fare("poison", "POI", DEPARTURE).seen(DAY.plusDays(number), "100");
        return new String(PriceObservationJson.write(seen), StandardCharsets.UTF_8);
    }

    private static RecordMetadata send(
            KafkaProducer<byte[], byte[]> producer, @Nullable String key, @Nullable String value, String version)
            throws Exception {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Topics.PRICE_OBSERVATIONS,
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        message.headers().add(Topics.SCHEMA_VERSION_HEADER, version.getBytes(StandardCharsets.UTF_8));
        return producer.send(message).get();
    }

    private static String place(RecordMetadata record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka(), "max.request.size", 2_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void publish(PriceObservation... observations) {
        Published.observations(List.of(observations), stack.kafka());
        Published.awaitInTables(stack.kafka());
    }
}
