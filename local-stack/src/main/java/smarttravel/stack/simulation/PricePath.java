package smarttravel.stack.simulation;

/**
 * What an offer costs day by day when nothing is planted on it: season, booking curve, and a step of its own of up to
 * 1.2 % whenever its provider re-prices it, each four to ten days. Steps are even around none, so that a median over
 * offers shows season and curve. Peso prices follow the dollar with the rate of some days before the re-pricing.
 */
final class PricePath {
    private static final int LARGEST_STEP_PER_MILLE = 12;
    private static final int PESO_LAG_DAYS = 3;
    private static final long PESO_ROUNDING = 1_000;

    private final TravelLine line;
    private final Sale sale;
    private final double season;
    private final PesoPath peso;
    private final int[] repricedAfter;
    private final int[] stepPerMille;

    PricePath(TravelLine line, Sale sale, double season, PesoPath peso, Dice dice) {
        this.line = line;
        this.sale = sale;
        this.season = season;
        this.peso = peso;
        int most = (int) (sale.lastDay() - sale.firstDay()) / 4 + 2;
        this.repricedAfter = new int[most];
        this.stepPerMille = new int[most];
        for (int step = 0; step < most; step++) {
            repricedAfter[step] = step == 0 ? 0 : repricedAfter[step - 1] + dice.between(4, 10);
            stepPerMille[step] = dice.between(-LARGEST_STEP_PER_MILLE, LARGEST_STEP_PER_MILLE);
        }
    }

    /** The amount on the page in whole units of the provider's currency: dollars, or pesos rounded to thousands. */
    long amount(long day) {
        int step = stepOn(day);
        double dollars = unitDollars(day) * line.unitsPerAmount() * (1 + stepPerMille[step] / 1000.0);
        if (line.provider().currency().equals("USD")) {
            return Math.round(dollars);
        }
        double rate = peso.rate(sale.firstDay() + repricedAfter[step] - PESO_LAG_DAYS);
        return Math.round(dollars * rate / PESO_ROUNDING) * PESO_ROUNDING;
    }

    /** The truth behind it: USD per person (and night, for hotels) without the offer's own steps and rounding. */
    double unitDollars(long day) {
        return line.unitDollars() * season * line.bookingCurve().factor(sale.departure() - day);
    }

    /** The factor of its departure month. */
    double season() {
        return season;
    }

    private int stepOn(long day) {
        int step = repricedAfter.length - 1;
        while (sale.firstDay() + repricedAfter[step] > day) {
            step--;
        }
        return step;
    }
}
