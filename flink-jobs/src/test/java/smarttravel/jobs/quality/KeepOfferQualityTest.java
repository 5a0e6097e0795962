package smarttravel.jobs.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import smarttravel.events.ObservationDraft;
import smarttravel.events.ObservationField;
import smarttravel.jobs.testing.JobOperators;
import smarttravel.jobs.testing.Sightings;

/** What offers' sightings tell of their provider, summed up as the provider's own operator sums it up. */
class KeepOfferQualityTest {
    private static final long FIRST_DAY = Sightings.START.getEpochSecond() / 86_400;

    private KeyedOneInputStreamOperatorTestHarness<String, OfferNews, QualityWord> operator;
    private long checkpoint;

    @BeforeEach
    void open() throws Exception {
        operator = JobOperators.keyed("offer-quality");
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aProviderWithoutListPricesHasNoHonestyInsteadOfAPerfectOne() throws Exception {
        see(0, "100", null);
        see(1, "100", null);

        assertThat(day(1)).containsEntry("honesty", "0 of 0").containsEntry("validity", "2 of 2");
    }

    @Test
    void aListPriceIsHonestUpToTheHighestPriceOfAMonth() throws Exception {
        see(0, "120", "500");
        see(10, "100", "120");
        see(20, "100", "121");
        assertThat(day(20)).as("the highest is remembered").containsEntry("honesty", "0 of 1");
        assertThat(day(10)).as("nobody can judge the first").containsEntry("honesty", "1 of 1");

        see(30, "100", "120");
        see(31, "100", "120");
        assertThat(day(31)).as("31 days are too long ago").containsEntry("honesty", "1 of 2");
    }

    @Test
    void aChangeThatComesBackWithinTwoDaysIsUndone() throws Exception {
        see(0, "100", null);
        see(1, "110", null);
        see(3, "100", null);
        see(4, "120", null);
        see(7, "100", null);

        assertThat(day(3)).as("the first change, decided").containsEntry("stability", "0 of 1");
        assertThat(day(9)).as("changes of days 1, 3, 4 and 7").containsEntry("stability", "3 of 4");
    }

    @Test
    void anotherCurrencyIsNoChange() throws Exception {
        see(0, "100", null);
        send(draft(Duration.ofDays(1), "1").put(ObservationField.CURRENCY, "EUR"));

        assertThat(day(3)).containsEntry("stability", "0 of 0");
    }

    @Test
    void anOfferIsFreshForADayAndLiveForAWeek() throws Exception {
        see(0, "100", null);
        for (int day = 1; day <= 8; day++) {
            send(draft(Duration.ofDays(day), "100").put(ObservationField.OFFER_ID, "other"));
        }

        assertThat(day(0)).containsEntry("freshness", "1 of 1");
        assertThat(day(1)).as("the same hour yesterday is not within 24").containsEntry("freshness", "1 of 2");
        assertThat(day(6)).containsEntry("freshness", "1 of 2");
        assertThat(day(7)).containsEntry("freshness", "1 of 1");
    }

    @Test
    void whatIsSoldOutOrHasDepartedIsNotLive() throws Exception {
        send(departing(draft(Duration.ZERO, "100"), "2026-01-06").put(ObservationField.OFFER_ID, "a"));
        send(draft(Duration.ofDays(1), "100").put(ObservationField.OFFER_ID, "b"));
        send(draft(Duration.ofDays(2), "100").put(ObservationField.OFFER_ID, "b"));
        assertThat(day(1)).containsEntry("freshness", "1 of 2");
        assertThat(day(2)).containsEntry("freshness", "1 of 1");

        send(draft(Duration.ofDays(3), "100")
                .put(ObservationField.OFFER_ID, "b")
                .put(ObservationField.AVAILABILITY, "SOLD_OUT")
                .put(ObservationField.AMOUNT, null)
                .put(ObservationField.CURRENCY, null));
        assertThat(day(3)).containsEntry("freshness", "0 of 0").containsEntry("validity", "4 of 4");
    }

    @Test
    void whatHasDepartedLeavesNoState(TestReporter report) throws Exception {
        long empty = checkpoint().getStateSize();
        for (int day = 0; day < 40; day++) {
            send(departing(draft(Duration.ofDays(day), 100 + day % 7 + ".00"), "2026-03-01"));
        }
        long full = checkpoint().getStateSize() - empty;
        send(departing(draft(Duration.ofDays(80), "100"), "2026-06-01").put(ObservationField.OFFER_ID, "EZE-MIA-9"));
        send(departing(draft(Duration.ofDays(80), "100"), "2026-03-01"));
        long left = checkpoint().getStateSize() - empty;

        report.publishEntry("bytes of an offer seen 40 times", full + ", left of it and of a new one " + left);
        assertThat(full).isBetween(100L, 600L);
        assertThat(left).isLessThan(full);
        assertThat(day(80)).as("it was seen all the same").containsEntry("validity", "2 of 2");
    }

    @Test
    void anOffersRowSaysHowManyPricesItsRiskRestsOn() throws Exception {
        for (int day = 0; day < 30; day++) {
            see(day, "100", null);
        }
        checkpoint();

        OfferParts offer = operator.extractOutputValues().stream()
                .map(QualityWord::offer)
                .filter(Objects::nonNull)
                .reduce((one, other) -> other)
                .orElseThrow();
        assertThat(offer.priceRisk()).isEqualTo(new PriceRisk(100, 20));
    }

    @Test
    void aHistoryThatIsLoadedAgainChangesNothing() throws Exception {
        loadTenDays();
        List<Map<String, String>> before = days(10);

        loadTenDays();

        assertThat(days(10)).isEqualTo(before);
        assertThat(before.get(5)).containsEntry("validity", "6 of 6").containsEntry("freshness", "1 of 1");
    }

    @Test
    void anIdThatIsUsedAgainIsAnotherOffer() throws Exception {
        send(departing(draft(Duration.ZERO, "100"), "2026-01-06"));
        send(departing(draft(Duration.ofDays(1), "120"), "2026-03-01"));

        assertThat(day(3)).as("no change of price").containsEntry("stability", "0 of 0");
    }

    @Test
    void whatDepartsFromAQuietShareLeavesNoState() throws Exception {
        send(draft(Duration.ZERO, "100").put(ObservationField.OFFER_ID, "EZE-MIA-9"));
        long one = checkpoint().getStateSize();
        send(departing(draft(Duration.ZERO, "100"), "2026-01-20"));
        long both = checkpoint().getStateSize();

        heard("2026-01-27T23:59:59Z");
        assertThat(checkpoint().getStateSize())
                .as("a week later it may be loaded again")
                .isEqualTo(both);
        heard("2026-01-28T00:00:00Z");
        assertThat(checkpoint().getStateSize()).as("the other stays").isEqualTo(one);
        heard("2026-06-23T00:00:00Z");

        assertThat(operator.numKeyedStateEntries()).as("its clock").isEqualTo(1);
    }

    @Test
    void aRecordFindsWhatItsOwnMomentLeftHoweverSoonMemoryWasFreed() throws Exception {
        send(departing(draft(Duration.ZERO, "100"), "2026-01-20"));
        send(departing(draft(Duration.ZERO, "100"), "2026-01-20"), "2026-01-27T23:59:59Z");
        assertThat(day(0)).as("still known").containsEntry("validity", "1 of 1");

        send(departing(draft(Duration.ZERO, "100"), "2026-01-20"), "2026-02-04T00:00:00Z");
        assertThat(day(0)).as("forgotten everywhere").containsEntry("validity", "2 of 2");
    }

    @Test
    void nobodyIsGoneBeforeItWasSeen() {
        assertThatThrownBy(() -> Evidence.gone(0, -48)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Evidence.gone(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Evidence.gone(0, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    private void loadTenDays() throws Exception {
        for (int day = 0; day < 10; day++) {
            see(day, day % 3 == 0 ? "110" : "100", "105");
        }
    }

    private List<Map<String, String>> days(int days) throws Exception {
        List<Map<String, String>> found = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            found.add(day(day));
        }
        return found;
    }

    private void heard(String until) throws Exception {
        operator.processWatermark(new Watermark(Instant.parse(until).toEpochMilli()));
    }

    private void see(int day, String amount, @Nullable String listAmount) throws Exception {
        send(draft(Duration.ofDays(day), amount).put(ObservationField.LIST_AMOUNT, listAmount));
    }

    private static ObservationDraft draft(Duration sinceStart, String amount) {
        return Sightings.draft(sinceStart)
                .put(ObservationField.AMOUNT, amount)
                .put(ObservationField.DEPARTURE, "2026-06-15");
    }

    private static ObservationDraft departing(ObservationDraft draft, String day) {
        return draft.put(ObservationField.DEPARTURE, day);
    }

    private void send(ObservationDraft draft) throws Exception {
        OfferNews news = OfferNews.of(Sightings.ordinary(Sightings.build(draft)));
        send(news, news.receivedAt());
    }

    private void send(ObservationDraft draft, String receivedAt) throws Exception {
        send(
                OfferNews.of(Sightings.ordinary(Sightings.build(draft))),
                Instant.parse(receivedAt).toEpochMilli());
    }

    private void send(OfferNews news, long receivedAt) throws Exception {
        operator.processElement(
                new StreamRecord<>(new OfferNews("acme/3/1", "acme", news.offerId(), receivedAt, news.seen())));
    }

    private OperatorSubtaskState checkpoint() throws Exception {
        checkpoint++;
        operator.prepareSnapshotPreBarrier(checkpoint);
        return operator.snapshot(checkpoint, checkpoint);
    }

    /** The components of a day since the start, by name. */
    private Map<String, String> day(int sinceStart) throws Exception {
        checkpoint();
        Map<Long, EvidenceOfDay> days = new TreeMap<>();
        List<ProviderEvidence> evidence = operator.extractOutputValues().stream()
                .map(QualityWord::provider)
                .filter(Objects::nonNull)
                .toList();
        evidence.forEach(one -> days.merge(
                one.day(),
                EvidenceOfDay.NONE.with(one.what(), one.count()),
                (before, more) -> before.with(one.what(), one.count())));
        return new ProviderDays("acme", day -> days.getOrDefault(day, EvidenceOfDay.NONE))
                .of(FIRST_DAY + sinceStart, EvidenceOfDay.NONE).stream()
                        .collect(Collectors.toMap(ProviderDay::component, row -> row.good() + " of " + row.n()));
    }
}
