package smarttravel.stack.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives every option a default from the environment: {@code --checkpoint-interval} from {@code TRAVEL_CHECKPOINT_INTERVAL}. */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && option.longestName().startsWith("--")) {
            String name = "TRAVEL_"
                    + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
            return environment.get(name);
        }
        return null;
    }
}
