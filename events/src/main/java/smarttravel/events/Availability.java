package smarttravel.events;

/** Whether an offer could be bought when it was seen. A {@code SOLD_OUT} observation carries no amount. */
public enum Availability {
    AVAILABLE,
    SOLD_OUT
}
