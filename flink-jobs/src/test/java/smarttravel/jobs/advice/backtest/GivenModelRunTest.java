package smarttravel.jobs.advice.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.LearningSettings;
import smarttravel.jobs.advice.learning.Steps;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.jobs.advice.market.MadeUpMarket;
import smarttravel.jobs.advice.policy.Advice;
import smarttravel.jobs.advice.policy.AdvicePolicy;
import smarttravel.jobs.advice.policy.Outlook;

/** What a given model is worth is what whoever follows its served words pays. */
class GivenModelRunTest {
    private static final int LEARNT_DAYS = 7;
    private static final LearningSettings LEARNING = new LearningSettings(1, 8, 0.35, 3, 20, 1, 3_000, 0, 1, 1);

    private final PriceHistory history = history();

    @Test
    void aBuyerAsksAboutSevenDaysAtEveryLook() {
        try (TrainedModel trained = trained()) {
            AdvicePolicy policy = AdvicePolicy.savings(0, Optional.empty());
            Outcomes outcomes =
                    new GivenModelRun(history, trained, new BacktestSettings(5, LEARNING, 3, 0.08, 400, 200)).run();

            assertThat(outcomes.size()).isPositive();
            int waited = 0;
            for (int i = 0; i < outcomes.size(); i++) {
                int request = outcomes.request(i);
                int row = request;
                int last = new Paths(history).last(request, FittedQ.HORIZON_DAYS, Long.MAX_VALUE);
                while (row < last && waits(policy, trained, row)) {
                    row++;
                }
                assertThat(outcomes.paid(Policy.MODEL_SAVINGS, i)).isEqualTo(history.cost(row));
                waited += row > request ? 1 : 0;
            }
            assertThat(waited).isPositive();
        }
    }

    private boolean waits(AdvicePolicy policy, TrainedModel trained, int row) {
        float[] features = history.features(row);
        double promised = 1 - trained.model().predict(List.of(features), FittedQ.HORIZON_DAYS)[0];
        Advice advice = policy.advise(features, Outlook.uncalibrated(promised), LEARNT_DAYS);
        return advice.word() == Advice.Word.WAIT;
    }

    private TrainedModel trained() {
        long first = history.firstDay();
        Steps steps = Steps.draw(history, (first + LEARNT_DAYS) * 86_400, LEARNING);
        return new TrainedModel(
                FittedQ.learn(history, steps, LEARNING),
                Optional.empty(),
                0.02,
                0,
                new TrainedModel.Origin(
                        LocalDate.ofEpochDay(first),
                        LocalDate.ofEpochDay(first + LEARNT_DAYS - 1),
                        steps.size(),
                        AdviceFeatures.VERSION,
                        1));
    }

    private static PriceHistory history() {
        PriceHistoryBuilder builder = new PriceHistoryBuilder();
        MadeUpMarket.prices(3, 20, 13, 1).forEach(builder::add);
        return builder.build();
    }
}
