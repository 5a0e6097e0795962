package smarttravel.ingest.providers.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import smarttravel.events.ObservationField;
import smarttravel.ingest.feeds.mapping.FeedMapping;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.ProviderStrategyFactory;
import smarttravel.ingest.yaml.YamlMap;
import smarttravel.ingest.yaml.YamlTree;

/**
 * Makes the strategy {@code feed}. Its rules are {@code mapping:}, either the mapping itself or the name of a mapping file
 * in the folder of the provider's; the feeds' addresses are the provider's {@code start:}.
 */
public final class FeedStrategyFactory implements ProviderStrategyFactory {
    @Override
    public String name() {
        return "feed";
    }

    @Override
    public ProviderStrategy create(ProviderFile file) {
        YamlMap rules = file.rules()
                .orElseThrow(() -> new IllegalArgumentException("the strategy 'feed' wants rules: with a mapping:"));
        rules.allow(List.of("mapping"));
        if (file.start().isEmpty()) {
            throw rules.place().complaint("the strategy 'feed' wants start: with the addresses of the feeds");
        }
        YamlMap mapping = rules.isMap("mapping") ? rules.map("mapping") : fileOf(rules);
        List<ObservationField> mandatory = mandatory(file);
        FeedMapping unused = FeedMapping.of(mapping, mandatory);
        // a mapping remembers dates and is for one thread: each page is read with a new one
        return new FeedStrategy(file, () -> FeedMapping.of(mapping, mandatory));
    }

    private static YamlMap fileOf(YamlMap rules) {
        String name = rules.text("mapping");
        if (name == null || name.isBlank()) {
            throw rules.place().complaint("the strategy 'feed' wants mapping: with a mapping or a file's name");
        }
        try {
            return YamlTree.read(rules.fileBeside(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the provider's file says for all rows need not be mapped. */
    private static List<ObservationField> mandatory(ProviderFile file) {
        List<ObservationField> mandatory = new ArrayList<>(List.of(ObservationField.AMOUNT));
        for (ObservationField field : List.of(
                ObservationField.DEPARTURE,
                ObservationField.DESTINATION,
                ObservationField.KIND,
                ObservationField.CURRENCY)) {
            boolean said = file.constants().containsKey(field.jsonName())
                    || (field == ObservationField.KIND && file.kind().isPresent())
                    || (field == ObservationField.CURRENCY && file.currency().isPresent());
            if (!said) {
                mandatory.add(field);
            }
        }
        return mandatory;
    }
}
