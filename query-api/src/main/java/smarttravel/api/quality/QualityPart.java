package smarttravel.api.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;

/** One component of a score and what it rests on. */
public record QualityPart(
        @Meaning("insufficient: too little is known for a score; assumed: an unrated offer takes its market's mean")
        Status status,

        @Meaning("0 to 100; absent when insufficient, which is not 0") @Nullable
        Double score,

        @Meaning("observations, offers, reviews or prices it rests on")
        long n,

        @Meaning("days it rests on, the scored one included; absent for how things stand now") @Nullable
        Integer windowDays) {

    /** How much is known. */
    public enum Status {
        OK,
        ASSUMED,
        INSUFFICIENT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static QualityPart of(@Nullable Double score, long n, @Nullable Integer windowDays) {
        return new QualityPart(score == null ? Status.INSUFFICIENT : Status.OK, score, n, windowDays);
    }

    static QualityPart assumed(Double score) {
        return new QualityPart(Status.ASSUMED, score, 0, null);
    }
}
