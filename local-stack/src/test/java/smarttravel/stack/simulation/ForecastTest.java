package smarttravel.stack.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.api.forecasts.MonthLevels;
import smarttravel.api.forecasts.YearAhead;

/** Forecasts of simulated markets of three and a half years: how they did, and what became of their last year. */
class ForecastTest {
    private static final Logger LOG = LoggerFactory.getLogger(ForecastTest.class);
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1_280;
    private static final int YEAR = 12;

    @Test
    void aForecastIsShownWhereItBeatsLastYearAndItsIntervalHoldsWhatComes() {
        int markets = 0;
        int shown = 0;
        int held = 0;
        int said = 0;
        for (int seed = 1; seed <= 2; seed++) {
            SimulatedMarket market = SimulatedMarket.restless(seed, FIRST_DAY, DAYS, MarketSize.SMALL);
            for (Map.Entry<String, NaiveSeasonOracle.Seasons> one :
                    NaiveSeasonOracle.seasons(market.observations().toList()).entrySet()) {
                Map<YearMonth, Double> levels = levels(one.getValue());
                YearMonth last = YearMonth.from(market.lastDay()).minusMonths(1);
                YearAhead ahead = YearAhead.of(MonthLevels.upTo(last, levels));
                LOG.info(
                        "seed {}, {}: {} forecasts, MASE {}, last year's levels {}, {}",
                        seed,
                        one.getKey(),
                        ahead.backtest().forecasts(),
                        ahead.backtest().mase(),
                        ahead.backtest().naiveMase(),
                        ahead.reason().orElse("shown"));
                assertThat(ahead.reason().isEmpty())
                        .isEqualTo(ahead.backtest().mase() < ahead.backtest().naiveMase());
                markets++;
                shown += ahead.reason().isEmpty() ? 1 : 0;
                for (YearAhead.Month month : YearAhead.of(MonthLevels.upTo(last.minusMonths(YEAR), levels))
                        .months()) {
                    double came = levels.getOrDefault(month.month(), Double.NaN);
                    held += came >= month.low() && came <= month.high() ? 1 : 0;
                    said++;
                }
            }
        }
        LOG.info("{} of {} markets shown; {} of {} months within the interval", shown, markets, held, said);
        assertThat(markets).isEqualTo(4);
        assertThat(shown).isBetween(1, 3);
        assertThat(said).isGreaterThanOrEqualTo(YEAR);
        assertThat((double) held / said).isGreaterThan(0.6);
    }

    private static Map<YearMonth, Double> levels(NaiveSeasonOracle.Seasons seasons) {
        Map<YearMonth, Double> levels = new HashMap<>();
        seasons.months().forEach((month, known) -> {
            Double level = known.level();
            if (level != null) {
                levels.put(month, level);
            }
        });
        return levels;
    }
}
