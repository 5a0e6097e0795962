package smarttravel.jobs.seasons;

import java.util.Locale;

/** How far a seasonal figure may be trusted. */
public enum SeasonStatus {
    OK,
    PROVISIONAL,
    INSUFFICIENT;

    /** The word in tables and API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
