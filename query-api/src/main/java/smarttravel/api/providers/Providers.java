package smarttravel.api.providers;

import java.util.List;

/** Tells how the providers are. */
public interface Providers {
    /** Every provider that was ever crawled, by name. */
    List<ProviderHealth> all();
}
