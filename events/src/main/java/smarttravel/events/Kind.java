package smarttravel.events;

/** What is sold. */
public enum Kind {
    PACKAGE,
    HOTEL,
    FLIGHT,
    CRUISE,
    ACTIVITY
}
