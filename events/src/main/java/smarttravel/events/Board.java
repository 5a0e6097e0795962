package smarttravel.events;

/** Which meals a price includes: room only, breakfast, half board, full board, all inclusive. */
public enum Board {
    RO,
    BB,
    HB,
    FB,
    AI
}
