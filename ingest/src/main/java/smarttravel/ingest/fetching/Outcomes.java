package smarttravel.ingest.fetching;

import java.time.Clock;
import java.time.Duration;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.fetching.FetchOutcome.Refused;
import smarttravel.ingest.fetching.FetchOutcome.Unavailable;
import smarttravel.ingest.fetching.http.ExchangeException;

/** Makes outcomes of what went wrong. */
record Outcomes(Clock clock) {
    /** When to ask again for what failed without saying when. */
    static final Duration LATER = Duration.ofSeconds(30);

    Step refused(Reason reason, String message) {
        return new Step.Done(new Refused(reason, message));
    }

    Step later(Reason reason, String message, Duration after) {
        return new Step.Done(unavailable(reason, message, after));
    }

    Step failed(Reason reason, String message) {
        return new Step.Failed(unavailable(reason, message, LATER));
    }

    Step of(ExchangeException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.problem()) {
            case ADDRESS -> refused(Reason.ADDRESS, message);
            case TOO_LARGE -> refused(Reason.TOO_LARGE, message);
            case BAD_ENCODING -> refused(Reason.BAD_ENCODING, message);
            case CONNECTION -> failed(Reason.CONNECTION, message);
            case TIMEOUT -> later(Reason.TIMEOUT, message, LATER);
            case TRUNCATED -> later(Reason.TRUNCATED, message, LATER);
        };
    }

    private Unavailable unavailable(Reason reason, String message, Duration after) {
        return new Unavailable(reason, message, clock.instant().plus(after));
    }
}
