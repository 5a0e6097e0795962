package smarttravel.stack.simulation;

import smarttravel.stack.simulation.Plant.Cut;
import smarttravel.stack.simulation.Plant.FakeDiscount;
import smarttravel.stack.simulation.Plant.Flapping;
import smarttravel.stack.simulation.Plant.Nothing;
import smarttravel.stack.simulation.Plant.Outlier;
import smarttravel.stack.simulation.Plant.SoldOut;

/** Throws the dice for what is planted on an offer, at most one thing each; four offers of five are left alone. */
final class PlantChoice {
    private static final Plant NOTHING = new Nothing();
    /** An offer is known for this long before its price is cut or raised. */
    private static final int TRACKED_DAYS = Plant.STEADY_DAYS + 2;
    /** Promotions end before departure, so that the season shows in what an offer cost last. */
    private static final int LONGEST_PROMOTION = 34;

    private final SimulatedProvider provider;
    private final Sale sale;
    private final Dice dice;

    PlantChoice(SimulatedProvider provider, Sale sale, Dice dice) {
        this.provider = provider;
        this.sale = sale;
        this.dice = dice;
    }

    Plant choose() {
        int thrown = dice.between(1, 100);
        boolean inDollars = provider.currency().equals("USD");
        if (thrown <= 5) {
            return inDollars ? promotion() : NOTHING;
        }
        if (thrown <= 7) {
            return inDollars ? lastMinute() : NOTHING;
        }
        if (thrown <= 12) {
            return provider.claimsListPrices() ? fakeDiscount() : NOTHING;
        }
        if (thrown <= 16) {
            return outlier();
        }
        return thrown <= 20 ? soldOut() : NOTHING;
    }

    /** Two fares that alternate, 12 to 25 % apart, or nothing when the history has no room. */
    Plant flapping() {
        int held = 2 * dice.between(1, 2);
        int switches = dice.between(4, 9);
        long day = dayWithLead(16, 120, TRACKED_DAYS, 4 * held);
        int percent = dice.between(12, 25);
        return day < 0 ? NOTHING : new Flapping(day, held, switches, dice.between(0, 1) == 0 ? percent : -percent);
    }

    private Plant promotion() {
        long day = dayWithLead(LONGEST_PROMOTION + 6, 120, TRACKED_DAYS, 0);
        return day < 0
                ? NOTHING
                : new Cut(DropKind.PROMOTION, day, day + dice.between(20, LONGEST_PROMOTION), dice.between(12, 35));
    }

    private Plant lastMinute() {
        long day = dayWithLead(2, 12, TRACKED_DAYS, 0);
        return day < 0 ? NOTHING : new Cut(DropKind.LAST_MINUTE, day, sale.departure() + 1, dice.between(12, 35));
    }

    private Plant fakeDiscount() {
        long day = dayWithLead(20, 120, TRACKED_DAYS, 8);
        return day < 0 ? NOTHING : new FakeDiscount(day, day + 2L * dice.between(2, 3), dice.between(15, 30));
    }

    private Plant outlier() {
        long day = dayWithLead(2, 150, 10, 2);
        return day < 0 ? NOTHING : new Outlier(day, dice.between(5, 25));
    }

    private Plant soldOut() {
        long day = dayWithLead(4, 60, 10, 0);
        return day < 0 ? NOTHING : new SoldOut(day, day + dice.between(6, 14));
    }

    /**
     * A day on which the offer is read, or -1 when its history has no room.
     *
     * @param after days of history that must lie before it
     * @param ahead days of history that must follow
     */
    private long dayWithLead(int shortest, int longest, int after, int ahead) {
        int least = Math.max(shortest, sale.shortestLead() + ahead) + 1;
        int most = Math.min(longest, sale.longestLead() - after);
        if (least / 2 > most / 2) {
            return -1;
        }
        return sale.departure() - 2L * dice.between(least / 2, most / 2);
    }
}
