package smarttravel.jobs.patterns;

import java.util.Locale;

/** What an offer's prices were seen doing. */
public enum PatternKind {
    /** Falls in a row that add up. */
    SLIDE,
    /** A rise that was gone within days. */
    SPIKE_AND_RETURN,
    /** A raise that was taken back with a "before" price beside it. */
    FAKE_DISCOUNT,
    /** A drop shortly before departure. */
    LAST_MINUTE_SALE,
    /** No price any more. */
    SELL_OUT,
    /** Two fares that alternate. */
    FLAPPING;

    /** As tables and people say it, e.g. {@code fake-discount}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
