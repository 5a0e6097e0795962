package smarttravel.ingest.proposals;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;

/** How many (name, price) pairs a draft gives on kept listing pages, no selector given; see docs/extraction-proposals.md. */
class ProposedRealPagesTest {
    private static final Path ROOT = requireNonNull(Path.of("").toAbsolutePath().getParent());
    private static final Path PAGES = ROOT.resolveSibling("shared/data/html-pages");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bolha-macke, EXACT, 0.98",
        "ebookers-fra-sfo-oneway, PRICE_ONLY, 0.98",
        "glossier-uk-pence-microdata, EXACT, 0.98",
        "ikea-listing-jsonld, EXACT, 0.98",
        "lonelyplanet-taiwan-2015-10-14, EXACT, 0.98",
        "overstock-jewelry01, EXACT, 0.98"
    })
    void theDraftGivesThePairsOfThePage(String slug, Naming naming, double least) throws IOException {
        JsonNode expected = expected(slug);

        Proposal proposal = propose(slug, expected);

        List<String> wanted = new ArrayList<>();
        for (JsonNode offer : expected.get("offers")) {
            if (offer.get("price").isNumber()) {
                wanted.add(naming.pair(
                        offer.get("name").asText(), offer.get("price").asText()));
            }
        }
        assertThat(f1(wanted, pairs(proposal, naming))).isGreaterThanOrEqualTo(least);
    }

    @Test
    void nothingIsProposedForAListThatShowsNoPrices() throws IOException {
        String slug = "tripadvisor-brazil-attractions";

        assertThat(propose(slug, expected(slug)).isEmpty()).isTrue();
    }

    /** How the names of a page's description are compared with those that the page shows. */
    enum Naming {
        /** Letter by letter, blanks collapsed. */
        EXACT,
        /** The description calls all offers by one name that the page does not show as such. */
        PRICE_ONLY;

        String pair(String name, String price) {
            String shown = switch (this) {
                case EXACT -> name.replaceAll("\\s+", " ").strip();
                case PRICE_ONLY -> "";
            };
            return shown + " | " + new BigDecimal(price).stripTrailingZeros().toPlainString();
        }
    }

    private static List<String> pairs(Proposal proposal, Naming naming) {
        List<String> pairs = new ArrayList<>();
        for (ExtractedOffer offer : proposal.offers()) {
            String price = offer.text(OfferField.PRICE);
            if (price != null) {
                pairs.add(naming.pair(requireNonNull(offer.text(OfferField.NAME)), price));
            }
        }
        return pairs;
    }

    private static double f1(List<String> wanted, List<String> found) {
        List<String> missing = new ArrayList<>(wanted);
        long right = found.stream().filter(missing::remove).count();
        return 2.0 * right / (wanted.size() + found.size());
    }

    private static Proposal propose(String slug, JsonNode expected) throws IOException {
        String address = expected.get("page_url").asText().replaceAll("\\s.*", "");
        byte[] bytes = Files.readAllBytes(PAGES.resolve(slug).resolve("page.html"));
        return Proposals.of(Page.ofBytes(URI.create(address), bytes, null));
    }

    private static JsonNode expected(String slug) throws IOException {
        Path file = PAGES.resolve(slug).resolve("EXPECTED.json");
        assumeTrue(
                Files.exists(file),
                () -> "skipped: there is no shared/data/html-pages/" + slug + " beside the project");
        return new ObjectMapper().readTree(file.toFile());
    }
}
