package smarttravel.jobs.drops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.BroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.events.FxShare;
import smarttravel.events.FxSplit;
import smarttravel.events.FxSplit.Mover;
import smarttravel.events.ObservationDraft;
import smarttravel.events.ObservationField;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceDropJson;
import smarttravel.jobs.flapping.FlappingRule;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.KnownRates;
import smarttravel.jobs.testing.Sightings;

class SayFxShareTest {
    private static final LocalDate FIRST_DAY = LocalDate.ofInstant(Sightings.START, ZoneOffset.UTC);

    private BroadcastOperatorTestHarness<PriceDrop, DatedRate, PriceDrop> operator;

    @BeforeEach
    void open() throws Exception {
        operator = ProcessFunctionTestHarnesses.forBroadcastProcessFunction(new SayFxShare(), KnownRates.STATE);
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aCurrencyThatFallsTooTakesItsShareOfTheDrop() throws Exception {
        rate("official", 0, 1.0 / 1_000);
        rate("official", 3, 1.0 / 1_200);

        FxSplit split = split(said(drop("ARS", null)));

        assertThat(split.operatorPercent()).isCloseTo(-12, within(1e-9));
        assertThat(split.currencyPercent()).isCloseTo(-16.6667, within(1e-4));
        assertThat(split.usdPercent()).isCloseTo(100 * (0.88 / 1.2 - 1), within(1e-9));
        assertThat(split.currencyShare()).isCloseTo(58.7840, within(1e-4));
        assertThat(Objects.requireNonNull(split.operatorShare()) + Objects.requireNonNull(split.currencyShare()))
                .isCloseTo(100, within(1e-9));
        assertThat(split.movedBy()).isEqualTo(Mover.BOTH);
    }

    @Test
    void aCurrencyThatRisesEatsTheDrop() throws Exception {
        rate("official", 0, 1.0 / 1_000);
        rate("official", 3, 1.0 / 950);
        assertThat(split(said(drop("ARS", null))).movedBy()).isEqualTo(Mover.OPERATOR);

        rate("official", 4, 1.0 / 800);
        FxSplit eaten = split(said(drop("ARS", null)));

        assertThat(eaten.usdPercent()).isCloseTo(10, within(1e-9));
        assertThat(eaten.operatorShare()).isNegative();
        assertThat(eaten.movedBy()).isEqualTo(Mover.CURRENCY);
    }

    @Test
    void theRateIsTheOneThatTheSellerUses() throws Exception {
        rate("official", 0, 1.0 / 1_000);
        rate("mep", 0, 1.0 / 1_100);
        rate("mep", 4, 1.0 / 1_210);

        PriceDrop drop = said(drop("ARS", "mep"));

        assertThat(Objects.requireNonNull(drop.fx()).kind()).isEqualTo("mep");
        assertThat(split(drop).currencyPercent()).isCloseTo(-9.0909, within(1e-4));
    }

    @Test
    void withoutRatesItIsSaidWhy() throws Exception {
        rate("official", 1, 1.0 / 1_000);

        PriceDrop drop = said(drop("ARS", null));

        assertThat(Objects.requireNonNull(drop.fx()).split()).isNull();
        assertThat(json(drop))
                .contains("\"fx\":{\"kind\":\"official\",\"since\":\"2026-01-05T12:00:00Z\",\"missing\":\"no-rate\"}");
    }

    @Test
    void anOldRateIsCalledStale() throws Exception {
        rate("official", -8, 1.0 / 1_000);
        assertThat(Objects.requireNonNull(said(drop("ARS", null)).fx()).stale()).isTrue();

        rate("official", -3, 1.0 / 1_000);
        FxShare fresh = Objects.requireNonNull(said(drop("ARS", null)).fx());

        assertThat(fresh.stale()).as("7 days old on the day of the drop").isFalse();
    }

    @Test
    void aDropInDollarsStaysAsItIs() throws Exception {
        PriceDrop drop = drop("USD", null);

        assertThat(said(drop)).isEqualTo(drop);
        assertThat(drop.fx()).isNull();
    }

    @Test
    void subscribersHearBothParts() throws Exception {
        rate("official", 0, 1.0 / 1_000);
        rate("official", 3, 1.0 / 1_200);

        assertThat(json(said(drop("ARS", null)))).contains("""
                "usdPercent":"-26.67","operatorPercent":"-12.00","currencyPercent":"-16.67",\
                "operatorShare":"41.22","currencyShare":"58.78","movedBy":"BOTH","stale":false}""");
    }

    /** 100 on four days, then 88: the real rule's drop. */
    private static PriceDrop drop(String currency, @Nullable String fxKind) {
        OfferJudge judge = new OfferJudge(PriceDropRule.DEFAULT, FlappingRule.DEFAULT);
        OfferPriceState prices = null;
        for (int day = 0; day <= 4; day++) {
            ObservationDraft seen = Sightings.draft(Duration.ofDays(day))
                    .put(ObservationField.AMOUNT, day < 4 ? "100" : "88")
                    .put(ObservationField.CURRENCY, currency)
                    .put(ObservationField.FX_KIND, fxKind);
            OfferJudge.Judgement judgement = judge.judge(prices, null, Sightings.onTime(Sightings.build(seen)));
            prices = judgement.prices();
            if (judgement.judged().drop() != null) {
                return judgement.judged().drop();
            }
        }
        throw new IllegalStateException("88 after 100 is a drop");
    }

    private void rate(String kind, int day, double usd) throws Exception {
        DatedRate rate = new DatedRate("ARS", kind, (int) FIRST_DAY.toEpochDay() + day, usd, 0);
        operator.processBroadcastElement(new StreamRecord<>(rate));
    }

    private PriceDrop said(PriceDrop drop) throws Exception {
        operator.processElement(new StreamRecord<>(drop));
        return operator.extractOutputValues().get(operator.extractOutputValues().size() - 1);
    }

    private static FxSplit split(PriceDrop drop) {
        return Objects.requireNonNull(Objects.requireNonNull(drop.fx()).split());
    }

    private static String json(PriceDrop drop) {
        return new String(PriceDropJson.write(drop), StandardCharsets.UTF_8);
    }
}
