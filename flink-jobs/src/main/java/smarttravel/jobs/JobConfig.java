package smarttravel.jobs;

import java.io.Serializable;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import smarttravel.jobs.clickhouse.ClickHouseAddress;
import smarttravel.jobs.drops.PriceDropRule;

/**
 * Everything that the jobs can be told, with what holds when nothing is said.
 *
 * @param kafka bootstrap servers, {@code host:port,...}
 * @param group consumer group under which the reading position is made known
 * @param checkpointInterval how often state is saved; tables hold what was read up to the last one
 * @param emitPauseMillis the longest a changed row waits to be written under load
 * @param parallelism tasks per operator
 */
public record JobConfig(
        String kafka,
        String group,
        ClickHouseAddress clickHouse,
        Duration checkpointInterval,
        long emitPauseMillis,
        int parallelism,
        PriceDropRule dropRule)
        implements Serializable {

    /** The group's name when all analyses run as one job. */
    public static final String GROUP = "smart-travel-jobs";

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
     * {@code TRAVEL_PARALLELISM}.
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
                duration(environment, "TRAVEL_CHECKPOINT_INTERVAL", "PT10S"),
                duration(environment, "TRAVEL_EMIT_PAUSE", "PT5S").toMillis(),
                whole(environment, "TRAVEL_PARALLELISM", "2"),
                PriceDropRule.DEFAULT);
    }

    /** The same with a consumer group of the job's own, so that several can run side by side. */
    public JobConfig forJob(String job) {
        String own = job.equals("all") ? GROUP : GROUP + "-" + job;
        return new JobConfig(kafka, own, clickHouse, checkpointInterval, emitPauseMillis, parallelism, dropRule);
    }

    private static String require(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must be set");
        }
        return value;
    }

    private static Duration duration(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, otherwise);
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " wants a duration such as PT10S, not '" + value + "'", e);
        }
    }

    private static int whole(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, otherwise);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " wants a whole number, not '" + value + "'", e);
        }
    }
}
