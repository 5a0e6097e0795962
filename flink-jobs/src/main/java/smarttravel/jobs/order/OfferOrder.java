package smarttravel.jobs.order;

/**
 * What is kept per offer to judge the next observation's place in time.
 *
 * @param newestAt epoch milliseconds of the newest observation so far
 * @param identity kind, route and departure as the first observation stated them: they never change
 * @param market as the first observation gave it, so that an offer is compared in one market all its life
 */
public record OfferOrder(long newestAt, String identity, String market) {}
