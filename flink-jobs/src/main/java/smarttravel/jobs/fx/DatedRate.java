package smarttravel.jobs.fx;

/**
 * A rate on its way through the job.
 *
 * @param kind its code, see {@link smarttravel.events.FxKind#code}
 * @param day epoch day (UTC) from whose start it is in force
 * @param usd US dollars per unit
 * @param offset its place in its partition: of two rates of one day the later one holds
 */
public record DatedRate(String currency, String kind, int day, double usd, long offset) {}
