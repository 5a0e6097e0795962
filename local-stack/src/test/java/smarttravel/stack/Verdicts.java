package smarttravel.stack;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import smarttravel.stack.simulation.NaiveDropOracle.Findings;
import smarttravel.stack.testing.Money;
import smarttravel.stack.testing.Tables;

/**
 * What the drop rule said, as text that compares.
 *
 * @param drops offer, instant, amount, baseline, whether it was a new low and since when the baseline held
 * @param quarantined offer and instant
 */
record Verdicts(Set<String> drops, Set<String> quarantined) {

    /** What the naive oracle says. */
    static Verdicts of(Findings findings) {
        Set<String> drops = new TreeSet<>();
        findings.drops()
                .forEach(drop -> drops.add(
                        drop(drop.provider() + "/" + drop.offerId(), drop.observedAt(), drop.amount(), drop.baseline())
                                + " " + drop.newLow() + "/" + drop.baselineAt()));
        Set<String> quarantined = new TreeSet<>();
        findings.quarantined().forEach(seen -> quarantined.add(seen.key() + " " + seen.observedAt()));
        return new Verdicts(drops, quarantined);
    }

    /** What the tables say. */
    static Verdicts inTables(Tables tables) {
        Set<String> drops = new TreeSet<>();
        tables.lines("""
                SELECT provider, offer_id, toUnixTimestamp64Milli(observed_at), amount, baseline, new_low,
                    toUnixTimestamp64Milli(baseline_at)
                FROM travel.price_drops""").forEach(line -> {
            String[] cells = line.split("\\|", -1);
            drops.add(drop(
                            cells[0] + "/" + cells[1],
                            Instant.ofEpochMilli(Long.parseLong(cells[2])),
                            new BigDecimal(cells[3]),
                            new BigDecimal(cells[4]))
                    + " " + cells[5] + "/" + StackEvidence.instant(cells[6]));
        });
        Set<String> quarantined = new TreeSet<>();
        tables.lines("""
                SELECT concat(provider, '/', offer_id), toUnixTimestamp64Milli(observed_at)
                FROM travel.price_observations WHERE quarantined""").forEach(line -> {
            String[] cells = line.split("\\|", -1);
            quarantined.add(cells[0] + " " + StackEvidence.instant(cells[1]));
        });
        return new Verdicts(drops, quarantined);
    }

    /** One drop, without its last word. */
    static String drop(String offer, Instant observedAt, BigDecimal amount, BigDecimal baseline) {
        return offer + " " + observedAt + " " + Money.text(amount) + " of " + Money.text(baseline);
    }
}
