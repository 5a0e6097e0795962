package smarttravel.jobs.drops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.BroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import smarttravel.events.FxShare;
import smarttravel.events.FxSplit;
import smarttravel.events.ObservationField;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.flapping.FlappingRule;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.KnownRates;
import smarttravel.jobs.testing.Sightings;

/** The currency's share of drops, against one that looks through whole histories in the plainest way. */
class FxShareAgainstPlainRuleTest {
    private static final int HISTORIES = 200;
    private static final int DAYS = 60;
    private static final Duration WINDOW = Duration.ofDays(14);

    @Test
    void everyDropOfAnyHistoryIsSplitAsThePlainRuleSays() throws Exception {
        int drops = 0;
        int withoutRate = 0;
        for (int history = 0; history < HISTORIES; history++) {
            Random random = new Random(history);
            NavigableMap<LocalDate, Double> rates = rates(random);
            List<PriceObservation> seen = prices(random);
            for (PriceDrop drop : said(seen, rates)) {
                FxShare fx = Objects.requireNonNull(drop.fx());
                Instant since = plainlyHeldSince(seen, drop);
                assertThat(fx.since()).isEqualTo(since);
                withoutRate += assertIsPlain(drop, fx.split(), rate(rates, since), rate(rates, drop.observedAt()));
                drops++;
            }
        }
        assertThat(drops).isGreaterThan(HISTORIES);
        assertThat(withoutRate).isBetween(1, drops / 2);
    }

    /** Says 1 when there was no rate. */
    private static int assertIsPlain(
            PriceDrop drop, @Nullable FxSplit split, @Nullable Double before, @Nullable Double now) {
        if (before == null || now == null) {
            assertThat(split).isNull();
            return 1;
        }
        double usdBefore = drop.baseline().doubleValue() * before;
        double usdNow = drop.amount().doubleValue() * now;
        double byCurrency = Math.log10(now / before) / Math.log10(usdNow / usdBefore);
        FxSplit found = Objects.requireNonNull(split);
        assertThat(found.usdPercent()).isCloseTo(100 * (usdNow - usdBefore) / usdBefore, within(1e-9));
        if (Math.abs(usdNow / usdBefore - 1) > 0.002) {
            assertThat(found.currencyShare()).isCloseTo(100 * byCurrency, within(1e-6));
            assertThat(found.operatorShare()).isCloseTo(100 - 100 * byCurrency, within(1e-6));
        }
        return 0;
    }

    private static Instant plainlyHeldSince(List<PriceObservation> seen, PriceDrop drop) {
        Instant since = Instant.MIN;
        @Nullable BigDecimal before = null;
        for (PriceObservation each : seen) {
            BigDecimal amount = Objects.requireNonNull(each.amount());
            boolean isBefore = each.observedAt().isBefore(drop.observedAt());
            boolean changed = before == null || before.compareTo(amount) != 0;
            if (isBefore && changed && amount.compareTo(drop.baseline()) == 0) {
                since = each.observedAt();
            }
            before = amount;
        }
        Instant windowStart = drop.observedAt().minus(WINDOW);
        return since.isBefore(windowStart) ? windowStart : since;
    }

    private static @Nullable Double rate(NavigableMap<LocalDate, Double> rates, Instant at) {
        Map.Entry<LocalDate, Double> rate = rates.floorEntry(LocalDate.ofInstant(at, ZoneOffset.UTC));
        return rate == null ? null : rate.getValue();
    }

    /** Some prices between 60 and 110, most of which stay for a while: none so low that it is suspect. */
    private static List<PriceObservation> prices(Random random) {
        List<PriceObservation> seen = new ArrayList<>();
        int price = 100;
        for (int hour = 0; hour < DAYS * 24; hour += 6 + random.nextInt(30)) {
            price = random.nextInt(4) == 0 ? 60 + 10 * random.nextInt(6) : price;
            seen.add(Sightings.build(Sightings.draft(Duration.ofHours(hour))
                    .put(ObservationField.AMOUNT, Integer.toString(price))
                    .put(ObservationField.CURRENCY, "ARS")));
        }
        return seen;
    }

    /** From some day on, with gaps. */
    private static NavigableMap<LocalDate, Double> rates(Random random) {
        NavigableMap<LocalDate, Double> rates = new TreeMap<>();
        LocalDate first = LocalDate.ofInstant(Sightings.START, ZoneOffset.UTC).plusDays(random.nextInt(20) - 10);
        double rate = 0.001;
        for (int day = 0; day < DAYS; day += 1 + random.nextInt(5)) {
            rate *= 0.95 + 0.08 * random.nextDouble();
            rates.put(first.plusDays(day), rate);
        }
        return rates;
    }

    private static List<PriceDrop> said(List<PriceObservation> seen, NavigableMap<LocalDate, Double> rates)
            throws Exception {
        BroadcastOperatorTestHarness<PriceDrop, DatedRate, PriceDrop> operator =
                ProcessFunctionTestHarnesses.forBroadcastProcessFunction(new SayFxShare(), KnownRates.STATE);
        for (Map.Entry<LocalDate, Double> rate : rates.entrySet()) {
            operator.processBroadcastElement(new StreamRecord<>(
                    new DatedRate("ARS", "official", (int) rate.getKey().toEpochDay(), rate.getValue(), 0)));
        }
        OfferJudge judge = new OfferJudge(PriceDropRule.DEFAULT, FlappingRule.DEFAULT);
        OfferPriceState prices = null;
        for (PriceObservation each : seen) {
            OfferJudge.Judgement judgement = judge.judge(prices, null, Sightings.onTime(each));
            prices = judgement.prices();
            if (judgement.judged().drop() != null) {
                operator.processElement(new StreamRecord<>(judgement.judged().drop()));
            }
        }
        List<PriceDrop> said = operator.extractOutputValues();
        operator.close();
        return said;
    }
}
