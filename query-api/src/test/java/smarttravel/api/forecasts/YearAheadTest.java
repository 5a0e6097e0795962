package smarttravel.api.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.api.SharedLines;

class YearAheadTest {
    private static final Logger LOG = LoggerFactory.getLogger(YearAheadTest.class);
    private static final YearMonth FIRST = YearMonth.of(2022, 3);

    @Test
    void theOracleForecastsAndScoresTheSame() {
        for (int seed = 0; seed < 5; seed++) {
            MonthLevels levels = random(seed, 13 + 6 * seed, 0.02, 0.05, 0.1);
            NaiveForecast naive = new NaiveForecast(byMonth(levels));
            List<Double> forecast = new SmoothedSeason().forecast(levels, 12);
            for (int ahead = 1; ahead <= 12; ahead++) {
                assertThat(forecast.get(ahead - 1))
                        .as("seed %d, %d ahead", seed, ahead)
                        .isCloseTo(naive.forecast(levels.month(levels.size() + ahead - 1)), within(1e-6));
            }
            RollingOrigin scored = RollingOrigin.of(new SmoothedSeason(), levels);
            double[] score = naive.backtest();
            assertThat(scored.mase()).isCloseTo(score[0], within(1e-9));
            assertThat(scored.naiveMase()).isCloseTo(score[1], within(1e-9));
            assertThat(scored.forecasts()).isEqualTo((int) score[2]);
            assertThat(scored.origins()).isEqualTo(levels.size() - 12);
        }
    }

    @Test
    void whatCameLaterChangesNoEarlierForecast() {
        MonthLevels levels = random(3, 40, 0.02, 0.05, 0.1);
        List<Double> changed = new ArrayList<>(levels.levels());
        changed.replaceAll(level -> level * 3);
        changed.subList(0, 30).clear();
        changed.addAll(0, levels.levels().subList(0, 30));

        MonthLevels other = new MonthLevels(FIRST, changed);

        assertThat(new SmoothedSeason().forecast(other.firstOnes(30), 12))
                .isEqualTo(new SmoothedSeason().forecast(levels.firstOnes(30), 12));
    }

    @Test
    void aLevelThatMovesIsFollowedSoThatLastYearIsBeaten() {
        YearAhead ahead = YearAhead.of(random(1, 48, 0.03, 0.02, 0));

        assertThat(ahead.reason()).isEmpty();
        assertThat(ahead.months())
                .hasSize(12)
                .allSatisfy(month -> assertThat(month.level()).isBetween(month.low(), month.high()));
        assertThat(ahead.months().get(0).month()).isEqualTo(FIRST.plusMonths(48));
        assertThat(ahead.backtest().mase()).isLessThan(ahead.backtest().naiveMase());
    }

    @Test
    void whatIsNoBetterThanLastYearIsNotShownAndTheFiguresAre() {
        List<Double> calmed = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double swing = i % 2 == 0 ? 1.2 : 1 / 1.2;
            calmed.add(i < 12 ? 200 * swing : 200);
        }

        YearAhead ahead = YearAhead.of(new MonthLevels(FIRST, calmed));

        assertThat(ahead.backtest().beatsNaive()).isFalse();
        assertThat(ahead.reason().orElseThrow())
                .contains("no better than last year")
                .contains("MASE");
        assertThat(ahead.months()).isEmpty();
    }

    @Test
    void underTwoYearsNothingIsSaid() {
        YearAhead ahead = YearAhead.of(random(1, 23, 0.03, 0.02, 0));

        assertThat(ahead.reason()).contains("23 departed months in a row have a level; 24 are needed");
        assertThat(ahead.backtest().forecasts()).isEqualTo(66);
        assertThat(YearAhead.of(new MonthLevels(FIRST, List.of())).backtest().mase())
                .isNaN();
    }

    @Test
    void anEasterThatMovesIsLearntAndCounted() {
        MonthLevels levels = random(5, 72, 0, 0.005, 0.2);

        assertThat(EasterEffect.learn(levels).perShare()).isCloseTo(0.2, within(0.03));
        assertThat(EasterEffect.share(YearMonth.of(2024, 3))).isEqualTo(0.9);
        assertThat(EasterEffect.share(YearMonth.of(2024, 4))).isEqualTo(0.1);
        assertThat(EasterEffect.learn(random(5, 72, 0, 0.005, 0)).perShare()).isCloseTo(0, within(0.02));
    }

    /** Of many made-up markets' next years about as much lies in the interval as it says. */
    @Test
    void theIntervalHoldsWhatItSays() {
        int held = 0;
        int all = 0;
        for (int seed = 0; seed < 150; seed++) {
            MonthLevels levels = random(seed, 60, 0.01, 0.05, 0);
            for (YearAhead.Month month : YearAhead.of(levels.firstOnes(48)).months()) {
                double came = levels.level((int) FIRST.until(month.month(), ChronoUnit.MONTHS));
                held += came >= month.low() && came <= month.high() ? 1 : 0;
                all++;
            }
        }

        LOG.info("{} of {} within the interval", held, all);
        assertThat((double) held / all).isBetween(0.74, 0.90);
    }

    @Test
    void onlyTheMonthsInARowUpToTheLastCount() {
        YearMonth last = YearMonth.of(2026, 6);
        Map<YearMonth, Double> levels = Map.of(last, 5.0, last.minusMonths(1), 4.0, last.minusMonths(3), 2.0);

        assertThat(MonthLevels.upTo(last, levels)).isEqualTo(new MonthLevels(last.minusMonths(1), List.of(4.0, 5.0)));
        assertThat(MonthLevels.upTo(last.plusMonths(1), levels).size()).isZero();
        assertThatThrownBy(() -> new MonthLevels(last, List.of(0.0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRealHotelsFourteenMonthsAreTooFew() {
        SortedMap<String, SortedMap<YearMonth, Double>> boards = new TreeMap<>();
        for (String line : SharedLines.of("expected/resort-hotel-levels.csv")) {
            String[] cells = line.split("\\|", -1);
            if (!cells[3].isEmpty()) {
                boards.computeIfAbsent(cells[0], board -> new TreeMap<>())
                        .put(YearMonth.parse(cells[1]), Double.valueOf(cells[3]));
            }
        }

        boards.forEach((board, levels) -> {
            MonthLevels known = MonthLevels.upTo(YearMonth.of(2017, 8), levels);
            RollingOrigin scored = YearAhead.of(known).backtest();
            LOG.info(
                    "{}: {} months, {} forecasts, MASE {} against {}",
                    board,
                    known.size(),
                    scored.forecasts(),
                    scored.mase(),
                    scored.naiveMase());
            assertThat(YearAhead.of(known).reason()).isPresent();
        });
        MonthLevels breakfast = MonthLevels.upTo(YearMonth.of(2017, 8), boards.getOrDefault("BB", new TreeMap<>()));
        assertThat(breakfast.size()).isEqualTo(14);
        assertThat(YearAhead.of(breakfast).backtest().forecasts()).isEqualTo(3);
    }

    /** Season times level, with noise, a level that walks and an effect of Easter. */
    private static MonthLevels random(int seed, int months, double walk, double noise, double easter) {
        Random random = new Random(seed);
        double[] season = random.doubles(12, -0.3, 0.3).toArray();
        double level = 6;
        List<Double> levels = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            level += walk * random.nextGaussian();
            double exponent = level + season[i % 12] + noise * random.nextGaussian();
            levels.add(Math.exp(exponent + easter * EasterEffect.share(FIRST.plusMonths(i))));
        }
        return new MonthLevels(FIRST, levels);
    }

    private static SortedMap<YearMonth, Double> byMonth(MonthLevels levels) {
        SortedMap<YearMonth, Double> months = new TreeMap<>();
        for (int i = 0; i < levels.size(); i++) {
            months.put(levels.month(i), levels.level(i));
        }
        return months;
    }
}
