package smarttravel.jobs.observations;

import smarttravel.events.PriceObservation;
import smarttravel.jobs.order.OfferLife;

/** The latest state of one offer, a row of the table: its newest observation, and what is known from before it. */
public record LatestOffer(PriceObservation seen, OfferLife life) {}
