package smarttravel.api.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What advice is careful about. */
public enum AdviceMode {
    /** Waits only for a saving that is worth it, and gives up few buyers to a dearer price. */
    CAUTIOUS,
    /** Waits whenever waiting is expected to be cheaper. */
    SAVINGS;

    /** The word for it in requests and answers. */
    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
