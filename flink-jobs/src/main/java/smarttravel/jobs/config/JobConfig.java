package smarttravel.jobs.config;

import java.io.Serializable;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * Everything that the jobs can be told, with what holds when nothing is said.
 *
 * @param kafka bootstrap servers, {@code host:port,...}
 * @param group consumer group under which the reading position is made known
 * @param checkpointInterval how often state is saved; tables hold what was read up to the last one
 * @param emitPauseMillis the longest a changed row waits to be written under load
 * @param parallelism tasks per operator
 * @param until when the job ends
 */
public record JobConfig(
        String kafka,
        String group,
        ClickHouseAddress clickHouse,
        Duration checkpointInterval,
        long emitPauseMillis,
        int parallelism,
        Until until)
        implements Serializable {

    /** When a job ends. */
    public enum Until {
        /** Never by itself. */
        STOPPED,
        /** When it has read what was on its topics at its start: for computing tables anew, and for measuring. */
        END_OF_TOPIC
    }

    /** The group's name when all analyses run as one job. */
    public static final String GROUP = "smart-travel-jobs";

    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final long serialVersionUID = 1L;

    public JobConfig {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism must be at least 1");
        }
        if (emitPauseMillis < 1 || checkpointInterval.toMillis() < 100) {
            throw new IllegalArgumentException("a pause must be above 0, a checkpoint interval at least 100 ms");
        }
    }

    /**
     * Reads {@code TRAVEL_KAFKA}, {@code TRAVEL_CLICKHOUSE_URL} (JDBC), {@code TRAVEL_CLICKHOUSE_USER}, {@code
     * TRAVEL_CLICKHOUSE_PASSWORD}, {@code TRAVEL_CHECKPOINT_INTERVAL} and {@code TRAVEL_EMIT_PAUSE} (ISO 8601 durations),
     * {@code TRAVEL_PARALLELISM}, {@code TRAVEL_UNTIL} (see {@link Until}).
     *
     * @throws IllegalArgumentException naming the variable that is missing or wrong
     */
    public static JobConfig fromEnvironment(Map<String, String> environment) {
        return new JobConfig(
                require(environment, "TRAVEL_KAFKA"),
                GROUP,
                new ClickHouseAddress(
                        require(environment, "TRAVEL_CLICKHOUSE_URL"),
                        environment.getOrDefault("TRAVEL_CLICKHOUSE_USER", "default"),
                        environment.getOrDefault("TRAVEL_CLICKHOUSE_PASSWORD", "")),
                duration(environment, "TRAVEL_CHECKPOINT_INTERVAL", "PT10S", SHORTEST_INTERVAL),
                duration(environment, "TRAVEL_EMIT_PAUSE", "PT10S", SHORTEST_PAUSE)
                        .toMillis(),
                whole(environment, "TRAVEL_PARALLELISM", "2"),
                until(environment));
    }

    /** The same with a consumer group of the job's own, so that several can run side by side. */
    public JobConfig forJob(String job) {
        String own = job.equals("all") ? GROUP : GROUP + "-" + job;
        return new JobConfig(kafka, own, clickHouse, checkpointInterval, emitPauseMillis, parallelism, until);
    }

    private static String require(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must be set");
        }
        return value;
    }

    private static Duration duration(
            Map<String, String> environment, String name, String otherwise, Duration shortest) {
        String value = environment.getOrDefault(name, otherwise);
        try {
            Duration duration = Duration.parse(value);
            if (duration.compareTo(shortest) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " wants a duration such as PT10S, not '" + value + "'", e);
        }
        throw new IllegalArgumentException(
                name + " wants a duration from " + shortest + " to " + LONGEST + ", not '" + value + "'");
    }

    private static Until until(Map<String, String> environment) {
        String value = environment.getOrDefault("TRAVEL_UNTIL", Until.STOPPED.name());
        try {
            return Until.valueOf(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("TRAVEL_UNTIL wants STOPPED or END_OF_TOPIC, not '" + value + "'", e);
        }
    }

    private static int whole(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, otherwise);
        try {
            int number = Integer.parseInt(value);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " wants a whole number, not '" + value + "'", e);
        }
        throw new IllegalArgumentException(name + " must be at least 1, not '" + value + "'");
    }
}
