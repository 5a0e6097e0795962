package smarttravel.jobs.fx;

import java.time.LocalDate;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.config.FlowTypes;

/**
 * Every rate so far, asked for the one in force: the latest at or before a day. Years are kept apart, so that one more rate
 * copies little.
 */
public final class KnownRates implements RatesInForce {
    /** Where an operator keeps them. */
    public static final MapStateDescriptor<String, RateYear> STATE =
            new MapStateDescriptor<>("fx-rates", Types.STRING, FlowTypes.of(RateYear.class));

    /** What holds when an observation does not say which rate its provider uses. */
    public static final String USUAL_KIND = "official";

    private static final String USD = "USD";
    private static final int FIRST_YEAR = 1990;

    private final ReadOnlyBroadcastState<String, RateYear> years;

    public KnownRates(ReadOnlyBroadcastState<String, RateYear> years) {
        this.years = years;
    }

    /** Remembers one more. */
    public static void add(BroadcastState<String, RateYear> years, DatedRate rate) throws Exception {
        String key = key(rate.currency(), rate.kind(), yearOf(rate.day()));
        years.put(key, RateYear.with(years.get(key), rate.day(), rate.usd()));
    }

    /** The code of the rate that holds for an observation. */
    public static String kindOf(PriceObservation seen) {
        return seen.fxKind() == null ? USUAL_KIND : seen.fxKind().code();
    }

    @Override
    public double usd(String currency, @Nullable String kind, int day) throws Exception {
        if (currency.equals(USD)) {
            return 1;
        }
        DatedRate rate = inForce(currency, kind, day);
        return rate == null ? Double.NaN : rate.usd();
    }

    /** The rate in force on a day, which tells its own day; absent when there was none. */
    public @Nullable DatedRate inForce(String currency, @Nullable String kind, int day) throws Exception {
        String of = kind == null ? USUAL_KIND : kind;
        for (int year = yearOf(day); year >= FIRST_YEAR; year--) {
            RateYear rates = years.get(key(currency, of, year));
            int place = rates == null ? -1 : rates.placeAsOf(day);
            if (rates != null && place >= 0) {
                return new DatedRate(currency, of, rates.days()[place], rates.usd()[place], 0);
            }
        }
        return null;
    }

    private static int yearOf(int day) {
        return LocalDate.ofEpochDay(day).getYear();
    }

    private static String key(String currency, String kind, int year) {
        return currency + '/' + kind + '/' + year;
    }
}
