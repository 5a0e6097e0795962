package smarttravel.ingest.fetching;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.cookie.CookieStore;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.fetching.FetchOutcome.Unavailable;
import smarttravel.ingest.fetching.hosts.HostPace;
import smarttravel.ingest.fetching.http.Answer;
import smarttravel.ingest.fetching.http.Ask;
import smarttravel.ingest.fetching.http.ExchangeException;
import smarttravel.ingest.fetching.http.Overflow;
import smarttravel.ingest.fetching.http.Target;
import smarttravel.ingest.fetching.robots.RobotsRules;
import smarttravel.ingest.fetching.versions.PageVersion;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFile.Manners;

/** One page's fetch from its address to an outcome, over redirects and retries. For one thread, used once. */
final class PageTrip {
    private static final int MOST_TRIES = 3;

    private final TripKit kit;
    private final Manners manners;
    private final Territory territory;
    private final CookieStore cookies;
    private final Map<String, String> headers;
    private final FetchBudget budget;
    private final Outcomes outcomes;

    PageTrip(TripKit kit, ProviderFile provider, CookieStore cookies) {
        this.kit = kit;
        this.manners = provider.manners();
        this.territory = Territory.of(provider);
        this.cookies = cookies;
        this.headers = provider.locale()
                .map(locale -> Map.of("Accept-Language", locale.toLanguageTag()))
                .orElse(Map.of());
        this.budget = new FetchBudget(manners.deadline(), kit.patience());
        this.outcomes = new Outcomes(kit.clock());
    }

    FetchOutcome go(URI start) throws InterruptedException {
        URI at = start;
        for (int hop = 0; hop <= Redirects.MOST; hop++) {
            Step step = tried(at, start);
            if (step instanceof Step.Redirect redirect) {
                at = redirect.to();
            } else {
                return end(step);
            }
        }
        return end(outcomes.refused(Reason.REDIRECT, "more than " + Redirects.MOST + " redirects"));
    }

    private static FetchOutcome end(Step step) {
        return step instanceof Step.Failed failed ? failed.outcome() : ((Step.Done) step).outcome();
    }

    private Step tried(URI at, URI start) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            Step step = asked(at, start, attempt);
            Duration pause = kit.backoff().after(attempt);
            if (!(step instanceof Step.Failed) || attempt + 1 == MOST_TRIES || !budget.hasFor(pause)) {
                return step;
            }
            kit.sleeper().sleep(pause);
            budget.spendWork(pause);
        }
    }

    private Step asked(URI at, URI start, int attempt) throws InterruptedException {
        try {
            Target target = Target.of(at, manners.privateNetwork());
            Optional<Step> border = border(at, start, target);
            if (border.isPresent()) {
                return border.get();
            }
            HostPace pace = new HostPace(manners.concurrency(), manners.delay(), manners.deadline());
            RobotsRules rules = kit.robots().rules(target, pace, budget.patience());
            if (rules instanceof RobotsRules.Unreachable unreachable) {
                return new Step.Done(
                        new Unavailable(Reason.ROBOTS, "the site does not give its robots.txt", unreachable.until()));
            }
            RobotsRules.Known known = (RobotsRules.Known) rules;
            if (!known.allows(at)) {
                return outcomes.refused(Reason.ROBOTS, "robots.txt forbids " + at.getRawPath());
            }
            return visited(target, slower(pace, known.delay()), attempt);
        } catch (ExchangeException e) {
            return outcomes.of(e);
        } catch (TurnTooLate e) {
            return outcomes.later(Reason.HOST_BUSY, String.valueOf(e.getMessage()), e.after());
        }
    }

    private Optional<Step> border(URI at, URI start, Target target) throws ExchangeException {
        if (at.equals(start)) {
            return territory.mayAsk(target.host())
                    ? Optional.empty()
                    : Optional.of(outcomes.refused(Reason.ADDRESS, target.host() + " is no host of the provider"));
        }
        String from = Target.of(start, manners.privateNetwork()).host();
        return territory.mayBeSent(from, target.host())
                ? Optional.empty()
                : Optional.of(outcomes.refused(Reason.REDIRECT, "redirected to " + target.host()));
    }

    private static HostPace slower(HostPace pace, Duration wanted) {
        Duration delay = wanted.compareTo(pace.delay()) > 0 ? wanted : pace.delay();
        return new HostPace(pace.concurrency(), delay, pace.longestFetch());
    }

    private Step visited(Target target, HostPace pace, int attempt)
            throws ExchangeException, TurnTooLate, InterruptedException {
        Optional<PageVersion> version = kit.versions().find(target.address());
        Seen seen = kit.visits().inTurn(target, pace, budget, door -> {
            Instant asked = kit.clock().instant();
            return new Seen(door.get(request(target, version, attempt)), asked);
        });
        return read(target, seen, version);
    }

    private Ask request(Target target, Optional<PageVersion> version, int attempt) {
        Map<String, String> all = new HashMap<>(headers);
        version.ifPresent(kept -> all.putAll(kept.conditions()));
        return new Ask(target, all, manners.maxBytes(), Overflow.REFUSE, budget.work(), cookies, attempt);
    }

    private Step read(Target target, Seen seen, Optional<PageVersion> version) {
        Answer answer = seen.answer;
        int status = answer.status();
        if (status == 200 || status == 203) {
            keep(target.address(), seen, version);
            return new Step.Done(
                    fetched(target.address(), answer.first("content-type"), answer.body(), seen.at, false));
        }
        if (status == 304 && version.isPresent()) {
            PageVersion kept = version.get();
            kit.versions().confirm(target.address(), seen.at);
            return new Step.Done(
                    fetched(target.address(), Optional.ofNullable(kept.contentType()), kept.body(), seen.at, true));
        }
        if (Redirects.isOne(answer)) {
            return Redirects.target(target.address(), answer)
                    .<Step>map(Step.Redirect::new)
                    .orElse(outcomes.refused(Reason.REDIRECT, "redirected to no address, or from https to http"));
        }
        return withoutPage(answer);
    }

    private void keep(URI address, Seen seen, Optional<PageVersion> before) {
        Optional<PageVersion> now = AnsweredVersion.of(address, seen.answer, seen.at);
        if (now.isPresent()) {
            kit.versions().keep(now.get());
        } else if (before.isPresent()) {
            kit.versions().forget(address);
        }
    }

    private Fetched fetched(URI address, Optional<String> contentType, byte[] body, Instant at, boolean unchanged) {
        return new Fetched(
                address, contentType, body, at, unchanged, manners.deadline().minus(budget.work()));
    }

    private Step withoutPage(Answer answer) {
        int status = answer.status();
        String message = "status " + status;
        Optional<Duration> holdBack = kit.visits().holdBack(answer);
        if (holdBack.isPresent()) {
            return outcomes.later(
                    status == 429 ? Reason.TOO_MANY_REQUESTS : Reason.SERVER_ERROR, message, holdBack.get());
        }
        if (status >= 500) {
            return outcomes.failed(Reason.SERVER_ERROR, message);
        }
        if (status == 408) {
            return outcomes.later(Reason.TIMEOUT, message, Outcomes.LATER);
        }
        boolean gone = status == 404 || status == 410;
        return outcomes.refused(gone ? Reason.NOT_FOUND : Reason.CLIENT_ERROR, message);
    }

    private record Seen(Answer answer, Instant at) {}
}
