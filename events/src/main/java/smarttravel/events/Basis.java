package smarttravel.events;

/** What an amount pays for: one person, or everybody the price is for together. */
public enum Basis {
    PER_PERSON,
    TOTAL
}
