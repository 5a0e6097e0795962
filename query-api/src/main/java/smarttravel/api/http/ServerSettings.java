package smarttravel.api.http;

import java.time.Duration;

/**
 * Where the server listens and what it may use.
 *
 * @param port 0 takes a free one
 * @param threads most threads that serve requests
 * @param idle how long a connection may stay silent
 */
public record ServerSettings(String host, int port, int threads, Duration idle) {}
