package smarttravel.jobs.source;

import java.time.Instant;
import smarttravel.events.PriceObservation;

/**
 * An observation and where on the topic it stood.
 *
 * @param key the offer's identity, and the key of all that is kept per offer: one object all the way, so that it is hashed
 *     once
 * @param offset its place in its partition: of two copies the one with the lower offset came first
 * @param receivedAt the broker's time of the record
 */
public record ReceivedObservation(String key, PriceObservation seen, int partition, long offset, Instant receivedAt) {}
