package smarttravel.jobs.decisions;

import smarttravel.events.HotelDecision;

/**
 * A decision on its way through the job.
 *
 * @param partition of its topic
 * @param offset its place in its partition: of two decisions on the same listings the later one holds
 */
public record HeardDecision(HotelDecision decision, int partition, long offset) {}
