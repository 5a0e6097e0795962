package smarttravel.jobs.patterns;

import org.jspecify.annotations.Nullable;

/** What may yet become a pattern of one offer: a few numbers, and nothing at all while nothing has begun. */
public record PatternState(Slide slide, Raise raise, Absence absence) {
    static final PatternState EMPTY = new PatternState(Slide.NONE, Raise.NONE, Absence.NONE);

    /** Itself, or {@code null} when nothing is worth keeping. */
    @Nullable
    PatternState orNothing() {
        return equals(EMPTY) ? null : this;
    }
}
