package smarttravel.stack.simulation;

import java.util.Locale;
import smarttravel.events.Basis;

/** Who sells in the simulation, with its habits: what it quotes in, for how many, and when its pages are read. */
enum SimulatedProvider {
    AERO("USD", Basis.TOTAL, 6),
    OLA("USD", Basis.PER_PERSON, 9),
    LUNA("USD", Basis.TOTAL, 12),
    /** Quotes in pesos and follows the dollar late. */
    SOL("ARS", Basis.TOTAL, 15);

    private final String currency;
    private final Basis basis;
    private final int crawlHour;

    SimulatedProvider(String currency, Basis basis, int crawlHour) {
        this.currency = currency;
        this.basis = basis;
        this.crawlHour = crawlHour;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String currency() {
        return currency;
    }

    Basis basis() {
        return basis;
    }

    /** The hour, UTC, at which the day's reading of its pages begins. It takes less than an hour. */
    int crawlHour() {
        return crawlHour;
    }

    /** Whether it shows a "before" price beside a reduced one. */
    boolean claimsListPrices() {
        return this == OLA;
    }

    /** Whether it always says how many seats are left in the last month. */
    boolean countsSeats() {
        return this == AERO;
    }
}
