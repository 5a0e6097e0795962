package smarttravel.ingest.fetching;

import java.time.Clock;
import java.time.Duration;
import smarttravel.ingest.fetching.hosts.Sleeper;
import smarttravel.ingest.fetching.versions.PageVersions;

/** What all fetches of a process share. */
record TripKit(
        HostVisits visits,
        RobotsChecks robots,
        PageVersions versions,
        Backoff backoff,
        Sleeper sleeper,
        Clock clock,
        Duration patience) {}
