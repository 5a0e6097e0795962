package smarttravel.api.advice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import smarttravel.api.offers.OfferKey;

/** What was advised, and by whom. */
public interface AdviceBook {
    /**
     * The advice on the latest price of an offer that was advised on.
     *
     * @param now against which its age is told
     */
    Optional<OfferAdvice> latest(OfferKey offer, AdviceMode mode, Instant now);

    /**
     * Every model, the last published first, then the rule if any of its words of those days can be judged.
     *
     * @param days whose advice is judged; if absent, the 90 up to the newest word
     */
    List<PublishedModel> models(Optional<ScoredDays> days);
}
