package smarttravel.api.drops;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.events.FxSplit;

/** A drop's change in US dollars, split between its seller and the exchange rate, by the rates that are known now. */
public record DropFx(
        @Meaning("which rate the seller uses: official, card, mep or blue")
        String kind,

        @Meaning("since when the baseline held: the rate of that day is compared with that of the drop's") @Nullable
        Instant since,

        @Meaning("absent when a rate is missing") @Nullable FxSplit split,

        @Meaning("whether one of the two rates was older than seven days") @Nullable
        Boolean stale,

        @Meaning("no-rate: no rate is known for one of the two days") @Nullable
        String missing) {}
