package smarttravel.jobs.quality;

/**
 * One component of a provider's score on a day, as counts.
 *
 * @param day days since 1970
 * @param component as the table says it, see {@link ProviderDays}
 * @param good of {@code n}
 * @param n 0 when there is nothing to judge
 * @param windowDays how many days it rests on, 0 when it is how things stand
 * @param observations accepted and refused ones that could have a say: grows with every one
 */
public record ProviderDay(
        String provider, long day, String component, long good, long n, int windowDays, long observations) {}
