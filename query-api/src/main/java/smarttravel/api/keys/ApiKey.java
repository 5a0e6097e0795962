package smarttravel.api.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * A key as it is stored: everything but the key itself.
 *
 * @param name who it was given to
 * @param prefix the key's first characters, by which people tell keys apart
 */
public record ApiKey(long id, String name, String prefix, Instant createdAt, Optional<Instant> revokedAt) {}
