package smarttravel.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smarttravel.events.FxShare;
import smarttravel.events.FxSplit;
import smarttravel.events.HotelDecision;
import smarttravel.events.Kind;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceObservation;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.jobs.advice.features.RouteHabit;
import smarttravel.jobs.advice.features.SeenPrice;
import smarttravel.jobs.advice.serving.DayTracks;
import smarttravel.jobs.advice.serving.GivenAdvice;
import smarttravel.jobs.advice.serving.ModelEntry;
import smarttravel.jobs.advice.serving.PublishedModel;
import smarttravel.jobs.advice.serving.RouteMemory;
import smarttravel.jobs.advice.serving.RoutePrice;
import smarttravel.jobs.comparables.ComparableOffer;
import smarttravel.jobs.comparables.ComparablesNews;
import smarttravel.jobs.comparables.HolidayOffer;
import smarttravel.jobs.comparables.OffersOfDay;
import smarttravel.jobs.comparables.Standing;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.decisions.HeardDecision;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.drops.OfferPriceState;
import smarttravel.jobs.flapping.FlappingState;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.RateYear;
import smarttravel.jobs.observations.LatestOffer;
import smarttravel.jobs.order.OfferLife;
import smarttravel.jobs.patterns.Absence;
import smarttravel.jobs.patterns.PatternKind;
import smarttravel.jobs.patterns.PatternState;
import smarttravel.jobs.patterns.PricePattern;
import smarttravel.jobs.patterns.Raise;
import smarttravel.jobs.patterns.Slide;
import smarttravel.jobs.quality.EvidenceOfDay;
import smarttravel.jobs.quality.KnownOffer;
import smarttravel.jobs.quality.OfferNews;
import smarttravel.jobs.quality.OfferParts;
import smarttravel.jobs.quality.OfferRank;
import smarttravel.jobs.quality.OfferSighting;
import smarttravel.jobs.quality.PriceRisk;
import smarttravel.jobs.quality.ProviderDay;
import smarttravel.jobs.quality.ProviderEvidence;
import smarttravel.jobs.quality.QualityWord;
import smarttravel.jobs.rejected.DeadLetter;
import smarttravel.jobs.seasons.BookingCurveTable;
import smarttravel.jobs.seasons.MarketSeasons;
import smarttravel.jobs.seasons.OfferSeason;
import smarttravel.jobs.seasons.OfferSeasonState;
import smarttravel.jobs.seasons.PriceTally;
import smarttravel.jobs.seasons.SeasonStatus;
import smarttravel.jobs.seasons.SeasonalIndexTable;
import smarttravel.jobs.seasons.SeasonalLevelsTable;
import smarttravel.jobs.source.RawRecord;
import smarttravel.jobs.testing.DollarOffers;
import smarttravel.jobs.testing.JobOperators;
import smarttravel.jobs.testing.Sightings;

/** Everything that crosses operators or stays in state is written by Flink itself, not by a general-purpose library. */
class FlowTypesTest {
    private static final Instant AT = Sightings.START;
    private static final PriceObservation BARE = Sightings.soldOut(Duration.ZERO);
    private static final MarketSeasons.CalendarMonth JULY = new MarketSeasons.CalendarMonth(7, 101.5, 2);
    private static final MarketSeasons.MonthLevel LEVEL = new MarketSeasons.MonthLevel(202607, 4, Double.NaN, 99);
    private static final MarketSeasons.LeadIndex LEAD = new MarketSeasons.LeadIndex(90, 4, Double.NaN);

    private static final FlappingState FLAPS = new FlappingState(3, 4, 1, 3, new long[] {1, 2, 5});

    private static final OfferSighting SIGHTING =
            new OfferSighting("HOTEL", "MIA", "m", 20_000, 2, 7, "USD", true, 0, 4.5, null, 3, 12, 2);
    private static final SeenPrice SEEN = new SeenPrice("acme/1", 20_000, 3, Double.NaN, Float.NaN, 5);
    private static final PublishedModel MODEL = new PublishedModel("m-1", 3, new byte[] {1, 2});

    private final ExecutionConfig config = new ExecutionConfig();

    FlowTypesTest() {
        config.configure(
                JobEnvironment.options(JobOperators.NOWHERE), getClass().getClassLoader());
    }

    @ParameterizedTest
    @MethodSource("values")
    void isWrittenAsARecordAndReadAgain(Object value) throws IOException {
        @SuppressWarnings("unchecked") // a value's class is a class of it
        TypeInformation<Object> type = FlowTypes.of((Class<Object>) value.getClass());

        TypeSerializer<Object> serializer = type.createSerializer(config.getSerializerConfig());

        assertThat(serializer).isInstanceOf(PojoSerializer.class);
        assertNothingGeneric(type);
        assertThat(roundTrip(serializer, value))
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .withComparatorForType(Double::compare, Double.class)
                .withComparatorForType(Float::compare, Float.class)
                .isEqualTo(value);
    }

    @Test
    void theProjectsOptionsRefuseWhatFlinkCannotWrite() {
        assertThat(config.getSerializerConfig().hasGenericTypesDisabled()).isTrue();
        assertThatThrownBy(() -> TypeInformation.of(StringBuilder.class).createSerializer(config.getSerializerConfig()))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static Stream<Object> values() {
        return Stream.of(
                new RawRecord(new byte[] {1, 2}, "1", 3, 41, AT),
                Sightings.received(BARE, 41),
                Sightings.received(Sightings.complete(), 41),
                Sightings.late(BARE),
                JudgedObservation.unremarkable(Sightings.onTime(BARE), 3),
                new JudgedObservation(Sightings.onTime(BARE), true, 7, drop(), FLAPS),
                FLAPS,
                new RejectedRecord(RejectReason.BAD_AMOUNT, "message", "source", "", AT),
                drop(),
                OfferLife.begin(Sightings.complete()),
                new OfferPriceState("USD", new long[] {1, 2}, new long[] {3, 4}, 5, 1, 3, false, 3, true),
                OfferLife.begin(BARE),
                new LatestOffer(BARE, OfferLife.begin(BARE)),
                new OfferSeasonState("a/1", "m", 202607, "USD", Double.NaN, tally(), 3, 1, 2, 9.5, null),
                tally(),
                new OfferSeason(
                        "a/1", "m", 202607, Double.NaN, new float[] {1, Float.NaN}, 3, 1, 2, "ARS", 9.5, "mep", 0, 0),
                new MarketSeasons(
                        "m",
                        List.of(LEVEL),
                        new MarketSeasons.Calendar(List.of(JULY), 1, 0, SeasonStatus.INSUFFICIENT),
                        List.of(LEAD),
                        3,
                        1,
                        2),
                new SeasonalLevelsTable.Row("m", LEVEL, 3, 1, 2),
                new SeasonalIndexTable.Row("m", JULY, 12, 2, SeasonStatus.OK, 3),
                new BookingCurveTable.Row("m", LEAD, 3),
                new DatedRate("ARS", "mep", 20_000, 0.001, 3),
                new RateYear(new int[] {20_000}, new double[] {0.001}),
                new OfferNews("acme/3/1", "acme", "1", 1_700_000_000_000L, SIGHTING),
                new KnownOffer(20_000, 1_727_996_400_000L, true, new byte[] {1, 2}),
                new QualityWord(new OfferParts("acme", "1", SIGHTING, new PriceRisk(Double.NaN, 4)), null),
                new QualityWord(null, new ProviderEvidence("acme", 20_000, 17, -1)),
                new EvidenceOfDay(Map.of(17, 3L)),
                new OfferRank(20_000, true, false),
                new ProviderDay("acme", 20_000, "honesty", 1, 2, 7, 3),
                comparable("Mar Azul"),
                new HolidayOffer("HOTEL/MIA/7/AI/2", comparable(null), AT),
                new OffersOfDay(Map.of("acme/1", comparable("Mar Azul"))),
                new Standing(
                        "h", comparable(null), null, Double.NaN, 1, 1, 0, 0, 0, Double.NaN, null, Double.NaN, 3, ""),
                new ComparableOffer("a", "1", null, 3, 9, Double.NaN, true, 3, 4, "ARS", 9.5, "mep", 4),
                new HeardDecision(decision(), 1, 9),
                new ComparablesNews(new DatedRate("ARS", "mep", 20_000, 0.001, 3), null),
                new ComparablesNews(null, new HeardDecision(decision(), 1, 9)),
                new PatternState(new Slide(3, 1, 2), new Raise(3, 1, 4, 2, true, false, true), new Absence(5, 1)),
                new PricePattern(
                        PatternKind.FAKE_DISCOUNT,
                        "acme",
                        "1",
                        "m",
                        Kind.HOTEL,
                        "MIA",
                        LocalDate.of(2026, 6, 15),
                        AT,
                        AT,
                        3,
                        null,
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        null,
                        null,
                        null,
                        -1),
                new RoutePrice("FLIGHT/EZE/MIA/USD", SEEN, AT),
                new DayTracks(new String[] {"acme/1"}, new byte[][] {{1, 2}}),
                new RouteMemory(1, 2, RouteHabit.Kept.NOTHING),
                MODEL,
                new ModelEntry(
                        MODEL,
                        "m",
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2026, 7, 9),
                        3,
                        1,
                        List.of("A"),
                        0,
                        0.1,
                        0,
                        "",
                        "00",
                        AT),
                new GivenAdvice(
                        "m",
                        "USD",
                        "acme",
                        "1",
                        20_000,
                        3,
                        "r",
                        "BUY",
                        "WAIT",
                        Double.NaN,
                        0.1,
                        0.2,
                        99.5,
                        -1,
                        5,
                        0,
                        Double.NaN,
                        7),
                new DeadLetter("bad-amount", "", "s", "", AT, 1, 9));
    }

    private static ComparableOffer comparable(@Nullable String hotel) {
        return DollarOffers.of("acme", "1", hotel, Double.NaN, 20_000, 99.5, true, 3, 4);
    }

    private static HotelDecision decision() {
        return new HotelDecision("CUN", "a", "Áureo", "b", "Aureo", HotelDecision.Verdict.SPLIT, "ana", AT, null);
    }

    private static PriceDrop drop() {
        return new PriceDrop(
                "id",
                "acme",
                "1",
                "m",
                Kind.HOTEL,
                null,
                null,
                "MIA",
                LocalDate.of(2026, 6, 15),
                AT,
                BigDecimal.ONE,
                "USD",
                BigDecimal.TEN,
                new BigDecimal("90.00"),
                BigDecimal.TEN,
                true,
                3,
                3,
                -1,
                null,
                true,
                AT,
                new FxShare("mep", AT, FxSplit.of(10, 1, 1, 2), true));
    }

    private static PriceTally tally() {
        return new PriceTally(new int[] {-1, 2}, new long[] {100, 200}, new int[] {1, 2}, 0.005);
    }

    private static void assertNothingGeneric(TypeInformation<?> type) {
        assertThat(type).isNotInstanceOf(GenericTypeInfo.class);
        if (type instanceof PojoTypeInfo<?> record) {
            for (int field = 0; field < record.getArity(); field++) {
                assertNothingGeneric(record.getTypeAt(field));
            }
        }
    }

    private static Object roundTrip(TypeSerializer<Object> serializer, Object value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        Object read = serializer.deserialize(in);
        assertThat(in.available()).as("bytes left over").isZero();
        return read;
    }
}
