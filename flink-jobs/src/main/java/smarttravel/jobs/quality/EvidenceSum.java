package smarttravel.jobs.quality;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Sums up one provider's evidence until it is said, so that a thousand observations are a few records. */
final class EvidenceSum implements EvidenceCounter {
    private record Place(long day, int what) {}

    private final String provider;
    private final Map<Place, Long> sums = new HashMap<>();

    EvidenceSum(String provider) {
        this.provider = provider;
    }

    @Override
    public void count(long day, int what, long count) {
        if (count != 0) {
            sums.merge(new Place(day, what), count, Long::sum);
        }
    }

    void say(Consumer<ProviderEvidence> out) {
        sums.forEach((place, sum) -> {
            if (sum != 0) {
                out.accept(new ProviderEvidence(provider, place.day(), place.what(), sum));
            }
        });
    }
}
