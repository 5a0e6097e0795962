package smarttravel.api.patterns;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What an offer's prices were seen doing, in the words of {@code travel.price_patterns}. */
public enum PatternKind {
    SLIDE,
    SPIKE_AND_RETURN,
    FAKE_DISCOUNT,
    LAST_MINUTE_SALE,
    SELL_OUT,
    FLAPPING;

    static PatternKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no pattern: " + word));
    }

    /** Such as {@code fake-discount}. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
