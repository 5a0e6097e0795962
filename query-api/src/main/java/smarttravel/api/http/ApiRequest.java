package smarttravel.api.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import smarttravel.api.problems.InvalidRequestException;
import smarttravel.api.problems.ParameterError;

/** A request's parameters, each read and checked once against what its route declares. */
public final class ApiRequest {
    private final Route route;
    private final Map<String, String> texts;
    private final Map<String, Object> values;

    private ApiRequest(Route route, Map<String, String> texts, Map<String, Object> values) {
        this.route = route;
        this.texts = texts;
        this.values = values;
    }

    /**
     * Reads every parameter.
     *
     * @throws InvalidRequestException naming all that are unknown, given twice, missing or malformed
     */
    static ApiRequest read(
            Route route, Map<String, String> path, Map<String, List<String>> query, Map<String, List<String>> body) {
        List<ParameterError> errors = new ArrayList<>();
        Map<String, String> texts = new TreeMap<>(path);
        refuseUnknown(route, Parameter.Place.QUERY, query.keySet(), errors);
        refuseUnknown(route, Parameter.Place.BODY, body.keySet(), errors);
        body.forEach((name, given) -> texts.put(name, given.get(0)));
        query.forEach((name, given) -> {
            if (given.size() > 1) {
                errors.add(new ParameterError(name, "is given " + given.size() + " times"));
            }
            texts.put(name, given.get(0));
        });
        Map<String, Object> values = new HashMap<>();
        for (Parameter<?> parameter : route.parameters()) {
            read(parameter, texts, values, errors);
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return new ApiRequest(route, texts, values);
    }

    /** The value, or its fallback, or empty. */
    @SuppressWarnings("unchecked") // the value was put there by this parameter's own reader
    public <T> Optional<T> find(Parameter<T> parameter) {
        if (!route.parameters().contains(parameter)) {
            throw new IllegalStateException(route.path() + " does not declare " + parameter.name());
        }
        return Optional.ofNullable((T) values.get(parameter.name())).or(parameter::fallback);
    }

    /** The value of a parameter that is mandatory or has a fallback. */
    public <T> T value(Parameter<T> parameter) {
        return find(parameter).orElseThrow(() -> new IllegalStateException(parameter.name() + " is optional"));
    }

    /** The route and everything asked except the named parameters: what a cursor is bound to. */
    String bindingWithout(Set<String> leftOut) {
        StringBuilder binding = new StringBuilder(route.path());
        texts.forEach((name, text) -> {
            if (!leftOut.contains(name)) {
                binding.append('\n').append(name).append('=').append(text);
            }
        });
        return binding.toString();
    }

    private static void refuseUnknown(
            Route route, Parameter.Place place, Set<String> given, List<ParameterError> errors) {
        Set<String> unknown = new LinkedHashSet<>(given);
        for (Parameter<?> parameter : route.parameters()) {
            if (parameter.place() == place) {
                unknown.remove(parameter.name());
            }
        }
        unknown.forEach(name -> errors.add(new ParameterError(shortened(name), "is not a parameter of this path")));
    }

    private static void read(
            Parameter<?> parameter,
            Map<String, String> texts,
            Map<String, Object> values,
            List<ParameterError> errors) {
        String text = texts.get(parameter.name());
        if (text == null) {
            if (parameter.required()) {
                errors.add(new ParameterError(parameter.name(), "is missing"));
            }
            return;
        }
        try {
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("holds a control character");
            }
            values.put(parameter.name(), (Object) parameter.read(text));
        } catch (IllegalArgumentException e) {
            errors.add(new ParameterError(parameter.name(), String.valueOf(e.getMessage())));
        }
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
