package smarttravel.jobs.observations;

import smarttravel.events.PriceObservation;

/** The latest state of one offer, a row of the table: its newest observation and what is known from before it. */
public record LatestOffer(PriceObservation seen, String market, OfferPast past) {}
