package smarttravel.jobs.drops;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.money.ScaledAmount;

/** One offer under the rule: shows it price after price and keeps what the rule keeps. */
final class JudgedOffer {
    private final PriceDropRule rule;
    private @Nullable OfferPriceState state;

    JudgedOffer(PriceDropRule rule) {
        this.rule = rule;
    }

    PriceVerdict sees(double day, String price) {
        return sees(Duration.ofSeconds(Math.round(day * 86_400)), price, "USD");
    }

    PriceVerdict sees(Duration at, String price, String currency) {
        return sees(at.toMillis(), ScaledAmount.of(new BigDecimal(price)), currency);
    }

    PriceVerdict sees(long at, long scaled, String currency) {
        PriceDropRule.Judgement judgement = rule.judge(state, at, scaled, currency);
        state = judgement.next();
        return judgement.verdict();
    }

    OfferPriceState state() {
        return Objects.requireNonNull(state);
    }
}
