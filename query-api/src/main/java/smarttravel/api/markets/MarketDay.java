package smarttravel.api.markets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.events.FxSplit;

/** What a market cost on one day, in USD per person, for hotels also per night: each offer by its last price of the day. */
public record MarketDay(
        LocalDate day,

        @Meaning("offers seen available that day: what the figures rest on")
        long offers,

        double minimum,
        double p25,
        double median,
        double p75,

        @Meaning("median against seven days before; absent when that day was not observed") @Nullable
        Double change7dPercent,

        @Meaning("what the median would have changed at the exchange rates of seven days before") @Nullable
        Double operators7dPercent,

        @Meaning("what the currency added: (1 + operators) x (1 + currency) = 1 + change, in percent") @Nullable
        Double currency7dPercent,

        @Meaning("operators' share of the change in percent, of logarithms: with currencyShare7d it makes 100; negative"
                + " when they pulled against it; absent when nothing moved")
        @Nullable
        Double operatorsShare7d,

        @Meaning("as operatorsShare7d, the currency's") @Nullable
        Double currencyShare7d,

        @Meaning("who pulled the way that dollars went") FxSplit.@Nullable Mover movedBy7d,

        @Meaning("share of the offers that dropped, 0 to 1") double droppedShare) {

    /** With the shares that follow from the two parts of the change. */
    static MarketDay of(
            LocalDate day,
            long offers,
            Quartiles quartiles,
            @Nullable Double change,
            @Nullable Double operators,
            @Nullable Double currency,
            double droppedShare) {
        FxSplit split = operators == null || currency == null ? null : FxSplit.ofPercents(operators, currency);
        return new MarketDay(
                day,
                offers,
                quartiles.minimum,
                quartiles.p25,
                quartiles.median,
                quartiles.p75,
                change,
                operators,
                currency,
                split == null ? null : split.operatorShare(),
                split == null ? null : split.currencyShare(),
                split == null ? null : split.movedBy(),
                droppedShare);
    }

    /** A day's prices in short. */
    record Quartiles(double minimum, double p25, double median, double p75) {}
}
