package smarttravel.jobs.advice.backtest;

/** The ways of buying that are compared. */
public enum Policy {
    ALWAYS_BUY("always buy"),
    ALWAYS_WAIT("always wait"),
    TUNED_RULE("rule tuned on past days"),
    MODEL_SAVINGS("model, savings"),
    MODEL_CAUTIOUS("model, cautious"),
    NEXT_ORACLE("knows the next price"),
    CLAIRVOYANT("knows every price");

    private final String label;

    Policy(String label) {
        this.label = label;
    }

    /** For a table. */
    public String label() {
        return label;
    }
}
