package smarttravel.api.comparables;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.api.comparables.PeerGroup.Peer;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.Conditions;
import smarttravel.api.database.Row;
import smarttravel.api.offers.Offer;
import smarttravel.api.offers.OfferKey;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Position;
import smarttravel.api.paging.Slice;
import smarttravel.events.HotelDecision;

/** Standings in {@code travel.comparable_offers}, sorted by holiday and departure; decisions in {@code travel.match_decisions}. */
public final class ClickHousePeers implements Peers {
    private final ClickHouseQueries queries;

    public ClickHousePeers(ClickHouseQueries queries) {
        this.queries = queries;
    }

    /** A row that says how an offer stood. */
    private record Standing(String holiday, PeerGroup group) {}

    @Override
    public PeerGroup of(Offer offer) {
        String sql = """
                SELECT holiday, hotel, offers, median_usd, provider_rank, cheaper, same_price, comparables
                FROM travel.comparable_offers
                WHERE departure = toDate(?) AND provider = ? AND offer_id = ?
                ORDER BY observed_at DESC
                LIMIT 1""";
        List<String> arguments = List.of(offer.departure().toString(), offer.provider(), offer.offerId());
        List<Standing> found = queries.list(sql, arguments, ClickHousePeers::standing);
        return found.isEmpty() ? PeerGroup.alone(offer.key()) : withConfidences(offer, found.get(0));
    }

    private PeerGroup withConfidences(Offer offer, Standing standing) {
        List<Peer> peers = standing.group.peers();
        String sql = """
                SELECT provider, offer_id, match_confidence
                FROM travel.comparable_offers
                WHERE holiday = ? AND departure >= toDate(?) - 1 AND departure <= toDate(?) + 1
                  AND (provider, offer_id) IN (%s)""".formatted(String.join(", ", Collections.nCopies(peers.size(), "(?, ?)")));
        List<String> arguments = new ArrayList<>(List.of(
                standing.holiday,
                offer.departure().toString(),
                offer.departure().toString()));
        peers.forEach(peer -> Collections.addAll(
                arguments, peer.offer().provider(), peer.offer().offerId()));
        Map<OfferKey, Peer> known = new HashMap<>();
        queries.list(sql, arguments, ClickHousePeers::peer).forEach(peer -> known.put(peer.offer(), peer));
        return new PeerGroup(
                standing.group.hotel(),
                standing.group.priced(),
                standing.group.medianUsd(),
                standing.group.own(),
                peers.stream()
                        .map(peer -> known.getOrDefault(peer.offer(), peer))
                        .toList());
    }

    @Override
    public Slice<Decision> decisions(PageRequest page) {
        Conditions conditions = new Conditions();
        page.after()
                .ifPresent(last -> conditions.and(
                        "(place, one_provider, one_hotel, other_provider, other_hotel) > (?, ?, ?, ?, ?)",
                        last.values().toArray(String[]::new)));
        String sql = """
                SELECT place, one_provider, one_hotel, other_provider, other_hotel, verdict, decided_by,
                    toUnixTimestamp64Milli(decided_at) AS decided_ms, note
                FROM travel.match_decisions
                WHERE %s
                ORDER BY place, one_provider, one_hotel, other_provider, other_hotel
                LIMIT %d""".formatted(conditions.sql(), page.rowsToRead());
        return Slice.cut(
                queries.list(sql, conditions.arguments(), ClickHousePeers::decision), page, ClickHousePeers::position);
    }

    private static Position position(Decision last) {
        return Position.of(
                last.place(),
                last.one().provider(),
                last.one().hotel(),
                last.other().provider(),
                last.other().hotel());
    }

    private static Standing standing(Row row) throws SQLException {
        List<Peer> peers = row.text("comparables")
                .lines()
                .map(key -> new Peer(OfferKey.of(key), null))
                .toList();
        return new Standing(
                row.text("holiday"),
                new PeerGroup(
                        row.findText("hotel").orElse(null),
                        row.whole("offers"),
                        row.numberOrAbsent("median_usd"),
                        own(row),
                        peers));
    }

    private static PeerGroup.@Nullable Standing own(Row row) throws SQLException {
        return row.findText("provider_rank").isEmpty()
                ? null
                : new PeerGroup.Standing(row.small("provider_rank"), row.whole("cheaper"), row.whole("same_price"));
    }

    private static Peer peer(Row row) throws SQLException {
        return new Peer(
                new OfferKey(row.text("provider"), row.text("offer_id")), row.numberOrAbsent("match_confidence"));
    }

    private static Decision decision(Row row) throws SQLException {
        return new Decision(
                row.text("place"),
                new Decision.Listing(row.text("one_provider"), row.text("one_hotel")),
                new Decision.Listing(row.text("other_provider"), row.text("other_hotel")),
                HotelDecision.Verdict.valueOf(row.text("verdict")),
                row.text("decided_by"),
                row.instant("decided_ms"),
                row.findText("note").orElse(null));
    }
}
