package smarttravel.api.forecasts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import smarttravel.api.holidays.Easter;

/**
 * What Easter does to the month that it falls into, learnt from the years in which it moved between March and April: the
 * slope of the change of a month's logarithm against a year before on the change of its share of the Easter days, drawn
 * towards none by ridge regression (Hoerl and Kennard, <i>Technometrics</i> 12, 1970) as long as Easter moved little.
 *
 * @param perShare what all of the Easter days in a month add to the logarithm of its level
 */
record EasterEffect(double perShare) {
    /** From the Saturday before Palm Sunday to Easter Monday. */
    private static final int FIRST_DAY = -8;

    private static final int LAST_DAY = 1;
    private static final double RIDGE = 0.5;

    static EasterEffect learn(MonthLevels known) {
        List<Double> steady = new ArrayList<>();
        for (int i = Forecaster.YEAR; i < known.size(); i++) {
            if (moved(known, i) == 0) {
                steady.add(change(known, i));
            }
        }
        double usual = Median.of(steady).orElse(0);
        double together = 0;
        double squares = RIDGE;
        for (int i = Forecaster.YEAR; i < known.size(); i++) {
            together += moved(known, i) * (change(known, i) - usual);
            squares += moved(known, i) * moved(known, i);
        }
        return new EasterEffect(together / squares);
    }

    /** What is added to the logarithm of a month's level. */
    double in(YearMonth month) {
        return perShare * share(month);
    }

    /** The share of the Easter days that lies in a month, 0 to 1. */
    static double share(YearMonth month) {
        LocalDate sunday = Easter.sunday(month.getYear());
        int within = 0;
        for (int day = FIRST_DAY; day <= LAST_DAY; day++) {
            within += YearMonth.from(sunday.plusDays(day)).equals(month) ? 1 : 0;
        }
        return within / (double) (LAST_DAY - FIRST_DAY + 1);
    }

    private static double moved(MonthLevels known, int index) {
        return share(known.month(index)) - share(known.month(index - Forecaster.YEAR));
    }

    private static double change(MonthLevels known, int index) {
        return Math.log(known.level(index) / known.level(index - Forecaster.YEAR));
    }
}
