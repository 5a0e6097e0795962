package smarttravel.jobs.advice.policy;

/** What advice is careful about. */
public enum Mode {
    /** Waits whenever waiting is expected to be cheaper. */
    SAVINGS,
    /** Waits only for a saving that is worth it, and gives up few buyers to a dearer price. */
    CAUTIOUS
}
