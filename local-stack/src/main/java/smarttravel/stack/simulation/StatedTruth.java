package smarttravel.stack.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import smarttravel.stack.simulation.MarketTruth.PlantedDrop;
import smarttravel.stack.simulation.MarketTruth.PlantedFakeDiscount;
import smarttravel.stack.simulation.MarketTruth.PlantedFlapping;
import smarttravel.stack.simulation.MarketTruth.PlantedOutlier;
import smarttravel.stack.simulation.MarketTruth.PlantedSoldOut;

/** Writes down what was planted on each offer, by the plan and not by the prices that came of it. */
final class StatedTruth {
    private final List<PlantedDrop> drops = new ArrayList<>();
    private final List<PlantedFakeDiscount> fakeDiscounts = new ArrayList<>();
    private final List<PlantedFlapping> flapping = new ArrayList<>();
    private final List<PlantedOutlier> outliers = new ArrayList<>();
    private final List<PlantedSoldOut> soldOuts = new ArrayList<>();

    private StatedTruth() {}

    static MarketTruth of(List<SimulatedOffer> offers, PesoPath peso, LocalDate lastDay) {
        StatedTruth stated = new StatedTruth();
        SortedMap<String, List<SimulatedOffer>> markets = new TreeMap<>();
        for (SimulatedOffer offer : offers) {
            String market = offer.market();
            markets.computeIfAbsent(market, name -> new ArrayList<>()).add(offer);
            stated.writeDown(offer, market);
        }
        SortedMap<String, SeasonTruth> seasons = new TreeMap<>();
        markets.forEach((market, itsOffers) -> seasons.put(market, SeasonPlan.truth(market, itsOffers, lastDay)));
        return new MarketTruth(
                Collections.unmodifiableSortedMap(seasons),
                List.copyOf(stated.drops),
                List.copyOf(stated.fakeDiscounts),
                List.copyOf(stated.flapping),
                List.copyOf(stated.outliers),
                List.copyOf(stated.soldOuts),
                peso.byDay(),
                peso.devaluation());
    }

    private void writeDown(SimulatedOffer offer, String market) {
        Plant plant = offer.plant();
        if (plant instanceof Plant.Cut cut) {
            drops.add(drop(offer, market, cut));
        } else if (plant instanceof Plant.FakeDiscount fake) {
            fakeDiscounts.add(fakeDiscount(offer, market, fake));
        } else if (plant instanceof Plant.Flapping pair) {
            flapping.add(flapping(offer, market, pair));
        } else if (plant instanceof Plant.Outlier outlier) {
            outliers.add(outlier(offer, market, outlier));
        } else if (plant instanceof Plant.SoldOut gone) {
            soldOuts.add(soldOut(offer, market, gone));
        }
    }

    private static PlantedDrop drop(SimulatedOffer offer, String market, Plant.Cut cut) {
        long baseline = cut.baseline(offer.path()::amount);
        return new PlantedDrop(
                offer.line().provider().id(),
                offer.offerId(),
                market,
                offer.readAt(cut.cutDay()),
                cut.kind(),
                SimulatedOffer.money(baseline * (100 - cut.percent()) / 100),
                SimulatedOffer.money(baseline),
                cut.percent());
    }

    private static PlantedFakeDiscount fakeDiscount(SimulatedOffer offer, String market, Plant.FakeDiscount fake) {
        return new PlantedFakeDiscount(
                offer.line().provider().id(),
                offer.offerId(),
                market,
                offer.readAt(fake.raisedDay()),
                offer.readAt(fake.cutDay()),
                SimulatedOffer.money(fake.before(offer.path()::amount)),
                SimulatedOffer.money(fake.raised(offer.path()::amount)));
    }

    private static PlantedFlapping flapping(SimulatedOffer offer, String market, Plant.Flapping pair) {
        return new PlantedFlapping(
                offer.line().provider().id(),
                offer.offerId(),
                market,
                offer.readAt(pair.fromDay()),
                pair.switches(),
                SimulatedOffer.money(pair.first(offer.path()::amount)),
                pair.percent());
    }

    private static PlantedOutlier outlier(SimulatedOffer offer, String market, Plant.Outlier outlier) {
        long usual = offer.path().amount(outlier.onDay());
        OptionalLong seen = outlier.amount(outlier.onDay(), offer.path()::amount);
        return new PlantedOutlier(
                offer.line().provider().id(),
                offer.offerId(),
                market,
                offer.readAt(outlier.onDay()),
                SimulatedOffer.money(seen.orElseThrow()),
                SimulatedOffer.money(usual));
    }

    private static PlantedSoldOut soldOut(SimulatedOffer offer, String market, Plant.SoldOut gone) {
        long last = offer.sale().days().filter(offer::isSoldOut).max().orElseThrow();
        return new PlantedSoldOut(
                offer.line().provider().id(),
                offer.offerId(),
                market,
                offer.readAt(gone.fromDay()),
                offer.readAt(last));
    }
}
