package smarttravel.jobs.config;

import java.time.LocalDate;
import org.apache.flink.api.common.functions.InvalidTypesException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The types that cross operators or stay in state. Flink finds out how to write a record by itself, but not that it has a
 * format of its own for dates: each process must tell it, once.
 */
public final class FlowTypes {
    private static final Logger LOG = LoggerFactory.getLogger(FlowTypes.class);

    static {
        register();
    }

    private FlowTypes() {}

    /** How Flink writes a type. */
    public static <T> TypeInformation<T> of(Class<T> type) {
        return TypeInformation.of(type);
    }

    /** Makes sure that Flink was told; to be called before it looks at any of our types. */
    static void prepare() {
        LOG.trace("dates are known");
    }

    private static void register() {
        try {
            TypeExtractor.registerFactory(LocalDate.class, LocalDateTypeInformation.class);
        } catch (InvalidTypesException e) {
            LOG.debug("An earlier job in this process has told it already", e);
        }
    }
}
