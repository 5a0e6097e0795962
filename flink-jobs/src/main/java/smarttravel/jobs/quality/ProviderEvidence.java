package smarttravel.jobs.quality;

/**
 * Something counted of a provider on a day, see {@link Evidence}.
 *
 * @param day days since 1970
 */
public record ProviderEvidence(String provider, long day, int what, long count) {}
