package smarttravel.jobs.marketdays;

/** The last price of one offer on one day, and whether it dropped on that day. */
public record DayPrice(double unitUsd, boolean dropped) {}
