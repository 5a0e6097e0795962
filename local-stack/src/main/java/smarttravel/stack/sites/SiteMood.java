package smarttravel.stack.sites;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a site behaves; can be changed while it runs.
 *
 * @param latency how long every page takes
 * @param refuseEvery each how manieth page is refused, 0 for none, 1 for all
 * @param refusal the status of refused pages, e.g. 429 or 503
 * @param retryAfter what a refusal asks to wait, whole seconds; none when zero
 */
public record SiteMood(Duration latency, int refuseEvery, int refusal, Duration retryAfter, Set<SiteQuirk> quirks) {
    /** Fast and friendly. */
    public static final SiteMood CALM = new SiteMood(Duration.ZERO, 0, 503, Duration.ZERO, Set.of());

    public SiteMood {
        quirks = Set.copyOf(quirks);
    }

    /** Every page takes that long. */
    public SiteMood slow(Duration each) {
        return new SiteMood(each, refuseEvery, refusal, retryAfter, quirks);
    }

    /** Every n-th page is refused. */
    public SiteMood refusing(int every, int status, Duration askedToWait) {
        return new SiteMood(latency, every, status, askedToWait, quirks);
    }

    /** With these quirks and no others. */
    public SiteMood with(SiteQuirk... chosen) {
        return new SiteMood(
                latency,
                refuseEvery,
                refusal,
                retryAfter,
                Arrays.stream(chosen).collect(Collectors.toUnmodifiableSet()));
    }

    boolean has(SiteQuirk quirk) {
        return quirks.contains(quirk);
    }
}
