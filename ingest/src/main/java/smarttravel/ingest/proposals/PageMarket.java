package smarttravel.ingest.proposals;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Where a page sells, by what it says of its language, its host and the signs beside its prices.
 *
 * @param sign what stands beside most prices
 * @param currency ISO 4217; absent when neither the sign nor the country tells
 */
record PageMarket(Optional<Locale> locale, Optional<String> sign, Optional<String> currency) {
    private static final Set<String> DOLLARS = Set.of(
            "AR", "AU", "CA", "CL", "CO", "HK", "MX", "NZ", "SG", "TW", "US", "UY", "DO", "BS", "BB", "BZ", "JM");
    private static final Set<String> US_DOLLARS = Set.of("US", "EC", "SV", "PA", "PR");
    private static final Set<String> PESOS = Set.of("AR", "CL", "CO", "CU", "DO", "MX", "PH", "UY");
    private static final Set<String> CROWNS = Set.of("SE", "NO", "DK", "IS");
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("₹", "INR"),
            Map.entry("₩", "KRW"),
            Map.entry("₽", "RUB"),
            Map.entry("₪", "ILS"),
            Map.entry("₫", "VND"),
            Map.entry("₴", "UAH"),
            Map.entry("₺", "TRY"),
            Map.entry("฿", "THB"),
            Map.entry("₱", "PHP"),
            Map.entry("US$", "USD"),
            Map.entry("U$S", "USD"),
            Map.entry("U$D", "USD"),
            Map.entry("AR$", "ARS"),
            Map.entry("R$", "BRL"),
            Map.entry("MX$", "MXN"),
            Map.entry("AU$", "AUD"),
            Map.entry("A$", "AUD"),
            Map.entry("CA$", "CAD"),
            Map.entry("C$", "CAD"),
            Map.entry("NZ$", "NZD"),
            Map.entry("HK$", "HKD"),
            Map.entry("NT$", "TWD"),
            Map.entry("S$", "SGD"),
            Map.entry("S/", "PEN"),
            Map.entry("ZŁ", "PLN"),
            Map.entry("KČ", "CZK"),
            Map.entry("FT", "HUF"),
            Map.entry("KN", "HRK"),
            Map.entry("LEI", "RON"),
            Map.entry("EURO", "EUR"),
            Map.entry("EUROS", "EUR"),
            Map.entry("DOLLARS", "USD"),
            Map.entry("RM", "MYR"),
            Map.entry("RP", "IDR"),
            Map.entry("RS", "INR"));

    /**
     * What the page says.
     *
     * @param host "" when unknown
     */
    static PageMarket of(Document page, String host, List<PriceSpot> prices) {
        Optional<Locale> locale = locale(page, host);
        Optional<String> sign = mostFrequentSign(prices);
        return new PageMarket(locale, sign, sign.flatMap(said -> currency(said, locale.orElse(Locale.ROOT))));
    }

    private static Optional<Locale> locale(Document page, String host) {
        Element html = page.selectFirst("html[lang]");
        Locale said =
                Locale.forLanguageTag(html == null ? "" : html.attr("lang").replace('_', '-'));
        if (said.getLanguage().isEmpty()) {
            return Optional.empty();
        }
        String ending = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        String country = ending.equals("UK") ? "GB" : ending;
        boolean told = !said.getCountry().isEmpty()
                || !Set.of(Locale.getISOCountries()).contains(country);
        return Optional.of(told ? said : Locale.forLanguageTag(said.getLanguage() + "-" + country));
    }

    private static Optional<String> mostFrequentSign(List<PriceSpot> prices) {
        Map<String, Integer> counts = new HashMap<>();
        prices.forEach(spot -> counts.merge(spot.currency(), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static Optional<String> currency(String sign, Locale locale) {
        String upper = sign.toUpperCase(Locale.ROOT).replaceAll("\\.$", "");
        String country = locale.getCountry();
        if (upper.equals("$")) {
            return dollars(locale);
        }
        if (upper.equals("PESOS")) {
            return PESOS.contains(country) ? Optional.of(ofCountry(country)) : Optional.empty();
        }
        if (upper.equals("KR")) {
            return CROWNS.contains(country) ? Optional.of(ofCountry(country)) : Optional.empty();
        }
        if (upper.equals("¥") || upper.equals("￥")) {
            return Optional.of(country.equals("CN") ? "CNY" : "JPY");
        }
        return upper.matches("[A-Z]{3}") && !SIGNS.containsKey(upper)
                ? Optional.of(upper)
                : Optional.ofNullable(SIGNS.get(upper));
    }

    /** The country's own, else US dollars where they are paid with or the page is in English; nothing elsewhere. */
    private static Optional<String> dollars(Locale locale) {
        if (DOLLARS.contains(locale.getCountry())) {
            return Optional.of(ofCountry(locale.getCountry()));
        }
        boolean american =
                US_DOLLARS.contains(locale.getCountry()) || locale.getLanguage().equals("en");
        return american ? Optional.of("USD") : Optional.empty();
    }

    private static String ofCountry(String country) {
        return Currency.getInstance(new Locale.Builder().setRegion(country).build())
                .getCurrencyCode();
    }
}
