package smarttravel.stack.bench;

import java.net.URI;
import smarttravel.ingest.pages.OfferExtractor;

/**
 * A page to measure with.
 *
 * @param text decoded
 * @param bytes how many it was
 * @param reader what reads its offers
 */
public record KeptPage(String name, URI address, String text, long bytes, OfferExtractor reader) {}
