package smarttravel.stack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An environment that remembers what it was asked for. */
final class AskedNames extends HashMap<String, String> {
    private static final long serialVersionUID = 1L;

    private final Set<String> asked = new HashSet<>();

    AskedNames(Map<String, String> environment) {
        super(environment);
    }

    Set<String> asked() {
        return asked;
    }

    @Override
    public @Nullable String get(Object name) {
        asked.add(name.toString());
        return super.get(name);
    }

    @Override
    public String getOrDefault(Object name, String otherwise) {
        asked.add(name.toString());
        return super.getOrDefault(name, otherwise);
    }

    @Override
    public boolean containsKey(Object name) {
        asked.add(name.toString());
        return super.containsKey(name);
    }
}
