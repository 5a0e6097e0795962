package smarttravel.api.docs;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Json;
import smarttravel.api.http.Meaning;

/** JSON schemas read off the very records that are answered. A component that may be absent is not required. */
final class RecordSchemas {
    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(int.class, Map.of("type", "integer")),
            Map.entry(Integer.class, Map.of("type", "integer")),
            Map.entry(long.class, Map.of("type", "integer")),
            Map.entry(Long.class, Map.of("type", "integer")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(YearMonth.class, Map.of("type", "string", "pattern", "^\\d{4}-\\d{2}$")));

    private final Map<String, Object> schemas = new LinkedHashMap<>();

    Map<String, Object> all() {
        return schemas;
    }

    /** A reference to the schema of a record, which is described the first time it is asked for. */
    Map<String, Object> reference(Class<?> type) {
        if (!schemas.containsKey(type.getSimpleName())) {
            schemas.put(type.getSimpleName(), Map.of());
            schemas.put(type.getSimpleName(), describe(type));
        }
        return Map.of("$ref", "#/components/schemas/" + type.getSimpleName());
    }

    private Map<String, Object> describe(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType annotated = component.getAnnotatedType();
            properties.put(component.getName(), property(component));
            if (!annotated.isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        return OpenApiDocument.ordered("type", "object", "required", required, "properties", properties);
    }

    private Map<String, Object> property(RecordComponent component) {
        Map<String, Object> schema = new LinkedHashMap<>(schema(component.getGenericType()));
        Meaning meaning = component.getAnnotation(Meaning.class);
        if (meaning != null) {
            schema.put("description", meaning.value());
        }
        return schema;
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? OpenApiDocument.ordered("type", "array", "items", schema(arguments[0]))
                    : OpenApiDocument.ordered("type", "object", "additionalProperties", schema(arguments[1]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            List<String> words = Arrays.stream(plain.getEnumConstants())
                    .map(constant -> Json.word((Enum<?>) constant))
                    .toList();
            return OpenApiDocument.ordered("type", "string", "enum", words);
        }
        if (plain.isRecord()) {
            return reference(plain);
        }
        Map<String, Object> known = PLAIN.get(plain);
        if (known == null) {
            throw new IllegalStateException("no schema for " + plain.getName());
        }
        return known;
    }
}
