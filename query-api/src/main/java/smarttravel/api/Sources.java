package smarttravel.api;

import smarttravel.api.advice.AdviceBook;
import smarttravel.api.comparables.Peers;
import smarttravel.api.drops.DropSearch;
import smarttravel.api.fx.Rates;
import smarttravel.api.keys.ApiKeys;
import smarttravel.api.markets.Markets;
import smarttravel.api.offers.OfferSearch;
import smarttravel.api.offers.PriceHistory;
import smarttravel.api.patterns.PatternSearch;
import smarttravel.api.providers.Providers;
import smarttravel.api.quality.Qualities;
import smarttravel.api.searches.Searches;
import smarttravel.api.trends.Trends;

/** Where every answer comes from. */
record Sources(
        OfferSearch offers,
        PriceHistory history,
        DropSearch drops,
        PatternSearch patterns,
        Trends trends,
        Markets markets,
        Rates rates,
        Peers peers,
        AdviceBook advice,
        Searches searches,
        Providers providers,
        Qualities qualities,
        ApiKeys keys) {}
