package smarttravel.api.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a route: how it is described and how its text is read, in one value, so that the two cannot drift.
 *
 * @param <T> what its text becomes
 */
public final class Parameter<T> {
    /** Where a parameter stands in the request. */
    public enum Place {
        QUERY,
        PATH,
        /** A member of the JSON object that is sent. */
        BODY
    }

    private final String name;
    private final Place place;
    private final String meaning;
    private final boolean required;
    private final @Nullable T fallback;
    private final Map<String, Object> schema;
    private final Function<String, T> reader;

    private Parameter(
            String name,
            Place place,
            String meaning,
            boolean required,
            @Nullable T fallback,
            Map<String, Object> schema,
            Function<String, T> reader) {
        this.name = name;
        this.place = place;
        this.meaning = meaning;
        this.required = required;
        this.fallback = fallback;
        this.schema = schema;
        this.reader = reader;
    }

    /**
     * An optional query parameter.
     *
     * @param schema JSON schema of its text
     * @param reader gives the value, or throws {@link IllegalArgumentException} whose message says what is wanted
     */
    static <T> Parameter<T> query(String name, String meaning, Map<String, Object> schema, Function<String, T> reader) {
        return new Parameter<>(name, Place.QUERY, meaning, false, null, schema, reader);
    }

    /** The same parameter as a part of the path. */
    public Parameter<T> inPath() {
        return new Parameter<>(name, Place.PATH, meaning, true, null, schema, reader);
    }

    /** The same parameter as a member of the JSON object that is sent. */
    public Parameter<T> inBody() {
        return new Parameter<>(name, Place.BODY, meaning, required, fallback, schema, reader);
    }

    /** The same parameter, refused when it is missing. */
    public Parameter<T> mandatory() {
        return new Parameter<>(name, place, meaning, true, null, schema, reader);
    }

    /** The same parameter with a value for when it is missing. */
    public Parameter<T> orElse(T value) {
        Map<String, Object> described = new LinkedHashMap<>(schema);
        described.put("default", value instanceof Number ? value : value.toString());
        return new Parameter<>(name, place, meaning, false, value, described, reader);
    }

    public String name() {
        return name;
    }

    public Place place() {
        return place;
    }

    public String meaning() {
        return meaning;
    }

    public boolean required() {
        return required;
    }

    public Map<String, Object> schema() {
        return schema;
    }

    Optional<T> fallback() {
        return Optional.ofNullable(fallback);
    }

    T read(String text) {
        return reader.apply(text);
    }
}
