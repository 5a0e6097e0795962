package smarttravel.events;

/** What the jobs that advise and the interface that tells of it mean by the same words. */
public final class AdviceTerms {
    /** Who speaks when no model may: stands where a model's id would. */
    public static final String RULE_OF_NEIGHBOURS = "rule-of-neighbours";

    /** Days that a buyer may wait. */
    public static final int HORIZON_DAYS = 7;

    private AdviceTerms() {}
}
