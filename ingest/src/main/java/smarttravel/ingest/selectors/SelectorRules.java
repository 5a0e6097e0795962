package smarttravel.ingest.selectors;

import java.util.List;
import java.util.Optional;
import smarttravel.ingest.providers.ProviderFile;

/**
 * The rules of one provider's file, compiled.
 *
 * @param next link to a listing's next page
 * @param search addresses that ask the provider for criteria
 */
record SelectorRules(
        PageRules listing,
        PageWords words,
        Optional<FieldRules> next,
        Optional<Detail> detail,
        List<AddressTemplate> search) {

    /**
     * The page of a single offer.
     *
     * @param link from the listing's item to it
     */
    record Detail(FieldRules link, PageRules page) {}

    /**
     * Compiles.
     *
     * @throws smarttravel.ingest.yaml.YamlFileException naming the place of what is wrong
     */
    static SelectorRules of(ProviderFile file) {
        return new SelectorRulesReader(file).read();
    }
}
