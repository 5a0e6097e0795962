package smarttravel.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smarttravel.events.HotelDecision;
import smarttravel.events.Kind;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.advice.serving.AdviceTable;
import smarttravel.jobs.advice.serving.GivenAdvice;
import smarttravel.jobs.advice.serving.ModelEntry;
import smarttravel.jobs.advice.serving.ModelsTable;
import smarttravel.jobs.advice.serving.PublishedModel;
import smarttravel.jobs.comparables.ComparableOffer;
import smarttravel.jobs.comparables.ComparableOffersTable;
import smarttravel.jobs.comparables.Standing;
import smarttravel.jobs.decisions.HeardDecision;
import smarttravel.jobs.decisions.MatchDecisionsTable;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.drops.PriceDropsTable;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.FxRatesTable;
import smarttravel.jobs.money.UnitPrice;
import smarttravel.jobs.observations.LatestOffer;
import smarttravel.jobs.observations.ObservationsTable;
import smarttravel.jobs.observations.OffersTable;
import smarttravel.jobs.order.OfferLife;
import smarttravel.jobs.patterns.PatternKind;
import smarttravel.jobs.patterns.PatternsTable;
import smarttravel.jobs.patterns.PricePattern;
import smarttravel.jobs.quality.OfferParts;
import smarttravel.jobs.quality.OfferQualityTable;
import smarttravel.jobs.quality.OfferSighting;
import smarttravel.jobs.quality.PriceRisk;
import smarttravel.jobs.quality.ProviderDay;
import smarttravel.jobs.quality.ProviderQualityTable;
import smarttravel.jobs.rejected.DeadLetter;
import smarttravel.jobs.rejected.RejectedTable;
import smarttravel.jobs.seasons.BookingCurveTable;
import smarttravel.jobs.seasons.MarketSeasons;
import smarttravel.jobs.seasons.SeasonStatus;
import smarttravel.jobs.seasons.SeasonalIndexTable;
import smarttravel.jobs.seasons.SeasonalLevelsTable;
import smarttravel.jobs.testing.DollarOffers;
import smarttravel.jobs.testing.Sightings;

/** Rows travel without the names of their columns, so only the order says which value is which. */
class InsertsTest {
    private static final Instant AT = Sightings.START;

    /** A statement, and a row of it in which everything is absent that can be. */
    private record Insert<T>(String sql, RowBinding<T> binder, T barest) {
        String table() {
            return sql.split("\\s+", -1)[2];
        }

        List<String> columns() {
            String names = sql.substring(sql.indexOf('(') + 1, sql.indexOf(')'));
            return List.of(names.trim().split("\\s*,\\s*", -1));
        }

        long placeholders() {
            return sql.chars().filter(symbol -> symbol == '?').count();
        }

        RecordedRow bind() throws SQLException {
            RecordedRow row = new RecordedRow();
            binder.bind(row.statement(), barest);
            return row;
        }

        @Override
        public String toString() {
            return table();
        }
    }

    @ParameterizedTest
    @MethodSource("inserts")
    void namesEveryColumnInTheTablesOrder(Insert<?> insert) {
        assertThat(insert.columns()).isEqualTo(table(insert).names());
        assertThat(insert.placeholders()).isEqualTo(insert.columns().size());
    }

    @ParameterizedTest
    @MethodSource("inserts")
    void bindsEveryColumnAndNullOnlyWhereTheTableTakesIt(Insert<?> insert) throws SQLException {
        List<CreatedTable.Column> columns = table(insert).columns();

        var bound = insert.bind().bound();

        assertThat(bound).hasSize(columns.size());
        bound.forEach((number, value) -> {
            CreatedTable.Column column = columns.get(number - 1);
            assertThat(value.isPresent() || column.mayBeNull())
                    .as("%s of %s is bound or may be absent", column.name(), insert)
                    .isTrue();
        });
    }

    @Test
    void everyTableIsWrittenBySomebody() {
        assertThat(CreatedTable.all())
                .extracting(CreatedTable::name)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(inserts().map(Insert::table), CreatedTable.filledByViews().stream())
                                .toList());
    }

    @Test
    void anOffersValuesStandInTheirColumns() throws SQLException {
        LatestOffer offer = new LatestOffer(Sightings.complete(), OfferLife.begin(Sightings.complete()));
        var insert = new Insert<>(OffersTable.INSERT, OffersTable::bind, offer);

        var bound = insert.bind().bound();

        assertThat(valueOf("name", insert, bound)).isEqualTo("Mar Azul, 7 noches");
        assertThat(valueOf("hotel", insert, bound)).isEqualTo("Mar Azul");
        assertThat(valueOf("board_text", insert, bound)).isEqualTo("Todo incluido");
        assertThat(valueOf("nights", insert, bound)).isEqualTo(7);
        assertThat(valueOf("occupancy", insert, bound)).isEqualTo(2);
        assertThat(valueOf("amount", insert, bound))
                .isEqualTo(Sightings.complete().amount());
        assertThat(valueOf("list_amount", insert, bound)).isEqualTo(new BigDecimal("1499.99"));
        assertThat(valueOf("unit", insert, bound)).isEqualTo(UnitPrice.of(Sightings.complete()));
        assertThat(valueOf("rating", insert, bound)).isEqualTo(8.7);
        assertThat(valueOf("reviews", insert, bound)).isEqualTo(321);
        assertThat(valueOf("observations", insert, bound)).isEqualTo(1L);
    }

    private static Object valueOf(String column, Insert<?> insert, Map<Integer, Optional<Object>> bound) {
        return bound.getOrDefault(insert.columns().indexOf(column) + 1, Optional.empty())
                .orElseThrow();
    }

    private static CreatedTable table(Insert<?> insert) {
        return CreatedTable.all().stream()
                .filter(table -> table.name().equals(insert.table()))
                .findAny()
                .orElseThrow();
    }

    private static Stream<Insert<?>> inserts() {
        PriceObservation bare = Sightings.soldOut(Duration.ZERO);
        return Stream.of(
                new Insert<>(
                        ObservationsTable.INSERT,
                        ObservationsTable::bind,
                        JudgedObservation.unremarkable(Sightings.onTime(bare), 0)),
                new Insert<>(OffersTable.INSERT, OffersTable::bind, new LatestOffer(bare, OfferLife.begin(bare))),
                new Insert<>(PriceDropsTable.INSERT, PriceDropsTable::bind, barestDrop()),
                new Insert<>(
                        SeasonalLevelsTable.INSERT,
                        SeasonalLevelsTable::bind,
                        new SeasonalLevelsTable.Row(
                                "m", new MarketSeasons.MonthLevel(202607, 4, Double.NaN, Double.NaN), 4, 1, 2)),
                new Insert<>(
                        SeasonalIndexTable.INSERT,
                        SeasonalIndexTable::bind,
                        new SeasonalIndexTable.Row(
                                "m", new MarketSeasons.CalendarMonth(7, Double.NaN, 0), 0, 0, SeasonStatus.OK, 1)),
                new Insert<>(
                        BookingCurveTable.INSERT,
                        BookingCurveTable::bind,
                        new BookingCurveTable.Row("m", new MarketSeasons.LeadIndex(0, 1, Double.NaN), 1)),
                new Insert<>(
                        FxRatesTable.INSERT, FxRatesTable::bind, new DatedRate("ARS", "official", 20_000, 0.001, 3)),
                new Insert<>(ComparableOffersTable.INSERT, ComparableOffersTable::bind, barestStanding()),
                new Insert<>(
                        MatchDecisionsTable.INSERT, MatchDecisionsTable::bind, new HeardDecision(decision(), 0, 3)),
                new Insert<>(PatternsTable.INSERT, PatternsTable::bind, barestPattern()),
                new Insert<>(
                        OfferQualityTable.INSERT,
                        OfferQualityTable::bind,
                        new OfferParts("acme", "1", barestSighting(), new PriceRisk(Double.NaN, 0))),
                new Insert<>(
                        ProviderQualityTable.INSERT,
                        ProviderQualityTable::bind,
                        new ProviderDay("acme", 20_000, "honesty", 0, 0, 7, 1)),
                new Insert<>(
                        AdviceTable.INSERT,
                        AdviceTable::bind,
                        new GivenAdvice(
                                "m",
                                "USD",
                                "acme",
                                "1",
                                20_000,
                                3,
                                "r",
                                "BUY",
                                "BUY",
                                Double.NaN,
                                Double.NaN,
                                Double.NaN,
                                Double.NaN,
                                -1,
                                5,
                                0,
                                Double.NaN,
                                7)),
                new Insert<>(
                        ModelsTable.INSERT,
                        ModelsTable::bind,
                        new ModelEntry(
                                new PublishedModel("m-1", 3, new byte[0]),
                                "m",
                                LocalDate.of(2026, 7, 1),
                                LocalDate.of(2026, 7, 9),
                                3,
                                1,
                                List.of(),
                                0,
                                0,
                                0,
                                "",
                                "",
                                AT)),
                new Insert<>(RejectedTable.INSERT, RejectedTable::bind, new DeadLetter("r", "", "s", "", AT, 1, 9)));
    }

    private static OfferSighting barestSighting() {
        return new OfferSighting("HOTEL", "MIA", "m", 20_000, 2, 0, null, true, 0, null, null, null, 12, 0);
    }

    private static Standing barestStanding() {
        ComparableOffer offer = DollarOffers.of("acme", "1", null, Double.NaN, 20_000, Double.NaN, false, 1, 2);
        return new Standing("h", offer, null, Double.NaN, 0, 0, 0, 0, 0, Double.NaN, null, Double.NaN, 1, "acme/1");
    }

    private static HotelDecision decision() {
        return new HotelDecision("CUN", "a", "Áureo", "b", "Aureo", HotelDecision.Verdict.SPLIT, "ana", AT, null);
    }

    private static PriceDrop barestDrop() {
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
                BigDecimal.TEN,
                BigDecimal.TEN,
                true,
                3,
                3,
                -1,
                null,
                false,
                AT,
                null);
    }

    private static PricePattern barestPattern() {
        return new PricePattern(
                PatternKind.SELL_OUT,
                "acme",
                "1",
                "m",
                Kind.HOTEL,
                "MIA",
                LocalDate.of(2026, 6, 15),
                AT,
                AT,
                1,
                null,
                BigDecimal.TEN,
                null,
                null,
                null,
                null,
                -1);
    }
}
