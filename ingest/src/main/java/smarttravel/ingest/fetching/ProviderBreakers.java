package smarttravel.ingest.fetching;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.fetching.FetchOutcome.Refused;
import smarttravel.ingest.fetching.FetchOutcome.Unavailable;

/** Leaves a provider alone for a while when half of its last pages did not come. */
final class ProviderBreakers {
    /** How long it is left alone before a few pages are tried again. */
    static final Duration OPEN_FOR = Duration.ofMinutes(1);

    private static final int PAGES_LOOKED_AT = 20;
    private static final int PAGES_AT_LEAST = 8;
    private static final int TRIAL_PAGES = 2;
    private static final Duration TRIAL_TAKES = Duration.ofSeconds(15);

    private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
    private final Clock clock;
    private final CircuitBreakerConfig config;

    ProviderBreakers(Clock clock) {
        this.clock = clock;
        config = CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(PAGES_LOOKED_AT)
                .minimumNumberOfCalls(PAGES_AT_LEAST)
                .failureRateThreshold(50)
                .permittedNumberOfCallsInHalfOpenState(TRIAL_PAGES)
                .waitDurationInOpenState(OPEN_FOR)
                .clock(clock)
                .build();
    }

    /** When the provider may be asked again, empty when it may be now; then {@link #record} must follow. */
    Optional<Instant> closedUntil(String provider) {
        Breaker breaker = breakers.computeIfAbsent(provider, Breaker::new);
        if (breaker.circuit.tryAcquirePermission()) {
            return Optional.empty();
        }
        Instant soon = clock.instant().plus(TRIAL_TAKES);
        return Optional.of(breaker.circuit.getState() == CircuitBreaker.State.OPEN ? breaker.openUntil : soon);
    }

    /** What became of it; {@code null} when the fetch broke off. */
    void record(String provider, @Nullable FetchOutcome outcome) {
        CircuitBreaker circuit = breakers.computeIfAbsent(provider, Breaker::new).circuit;
        if (outcome instanceof Fetched fetched) {
            circuit.onSuccess(fetched.took().toNanos(), TimeUnit.NANOSECONDS);
        } else if (outcome instanceof Refused refused && answered(refused.reason())) {
            circuit.onSuccess(0, TimeUnit.NANOSECONDS);
        } else if (outcome instanceof Unavailable unavailable && broken(unavailable.reason())) {
            circuit.onError(0, TimeUnit.NANOSECONDS, new NoPage(unavailable));
        } else {
            circuit.releasePermission();
        }
    }

    private static boolean answered(Reason reason) {
        return reason == Reason.NOT_FOUND || reason == Reason.CLIENT_ERROR;
    }

    private static boolean broken(Reason reason) {
        return switch (reason) {
            case CONNECTION, TIMEOUT, SERVER_ERROR, TRUNCATED, ROBOTS -> true;
            default -> false;
        };
    }

    /** What a circuit wants to hear of; nobody throws it. */
    private static final class NoPage extends Exception {
        NoPage(Unavailable outcome) {
            super(outcome.message(), null, false, false);
        }
    }

    private final class Breaker {
        final CircuitBreaker circuit;
        volatile Instant openUntil = Instant.EPOCH;

        Breaker(String provider) {
            circuit = CircuitBreaker.of(provider, config);
            circuit.getEventPublisher().onStateTransition(change -> {
                if (change.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                    openUntil = clock.instant().plus(OPEN_FOR);
                }
            });
        }
    }
}
