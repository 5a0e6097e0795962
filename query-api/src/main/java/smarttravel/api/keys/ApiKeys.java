package smarttravel.api.keys;

import java.util.Optional;

/** Finds who a key belongs to. */
public interface ApiKeys {
    /**
     * The key that is in force under this text; empty when there is none or it was revoked.
     *
     * @throws smarttravel.api.problems.UnavailableException when it cannot be told now: then nobody is let in
     */
    Optional<ApiKey> find(KeyText key);
}
