package smarttravel.stack.clickhouse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one request, as statements to run before it. What may not be undone comes last: after
 * {@code readonly = 1} the engine refuses every further change.
 */
final class SessionSettings {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]{0,127}");
    private static final String READONLY = "readonly";

    private final Limits limits;

    SessionSettings(Limits limits) {
        this.limits = limits;
    }

    /** The comment marks the query in the engine's list of running ones, so that it can be found and cancelled. */
    List<String> statements(Access.Role role, Map<String, String> requested, String comment) throws EngineException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("max_memory_usage", Long.toString(limits.queryMemory()));
        settings.put("max_threads", Integer.toString(limits.queryThreads()));
        settings.put("async_insert", "0");
        settings.putAll(requested);
        if (role == Access.Role.READER) {
            ceilings().forEach((name, ceiling) -> settings.merge(name, ceiling, SessionSettings::smaller));
            settings.put("allow_introspection_functions", "0");
        }
        settings.put("log_comment", comment);
        Optional<String> readonly = readonly(role, settings.remove(READONLY));
        return Stream.concat(Stream.of(set(settings)), readonly.stream()).toList();
    }

    private Map<String, String> ceilings() {
        return Map.of(
                "max_execution_time", Long.toString(limits.readerTime().toSeconds()),
                "max_result_rows", Long.toString(limits.readerRows()),
                "max_memory_usage", Long.toString(limits.queryMemory()),
                "max_threads", Integer.toString(limits.queryThreads()));
    }

    private static String smaller(String requested, String ceiling) {
        try {
            long value = Long.parseLong(requested);
            return value > 0 && value < Long.parseLong(ceiling) ? requested : ceiling;
        } catch (NumberFormatException notANumber) {
            return ceiling;
        }
    }

    private static Optional<String> readonly(Access.Role role, @Nullable String requested) throws EngineException {
        if (role == Access.Role.READER) {
            return Optional.of("SET readonly = 1");
        }
        return requested == null || requested.equals("0")
                ? Optional.empty()
                : Optional.of(set(Map.of(READONLY, requested)));
    }

    private static String set(Map<String, String> settings) throws EngineException {
        for (String name : settings.keySet()) {
            if (!NAME.matcher(name).matches()) {
                throw EngineException.of(EngineError.UNKNOWN_SETTING, "Setting names are words");
            }
        }
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + SqlLiteral.quoted(setting.getValue()))
                .collect(Collectors.joining(", ", "SET ", ""));
    }
}
