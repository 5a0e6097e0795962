package smarttravel.ingest.providers.feed;

/** A provider with a feed of packages, and its rows. */
final class FeedExamples {
    static final String SOL = """
            id: sol
            strategy: feed
            hosts: [sol.example]
            start: https://feeds.sol.example/offers.csv
            kind: PACKAGE
            currency: USD
            constants: {origin: EZE, occupancy: 2}
            rules:
              mapping:
                format: csv
                separator: ";"
                dates: [dd/MM/yyyy]
                withoutPrice: sold-out
                fields:
                  offerId: code
                  name: name
                  destination: to
                  departure: out
                  nights: nights
                  board: {column: regime, words: {Todo incluido: AI, Desayuno: BB}}
                  boardText: regime
                  amount: price
            """;

    static final String SOL_ROWS = """
            code;name;to;out;nights;regime;price
            C-1;"Cancún; Riu ""Palace\""";CUN;15/01/2027;7;Todo incluido;1299.00
            C-2;Punta Cana;PUJ;16/01/2027;10;Desayuno;999.5
            C-3;Cartagena;CTG;17/01/2027;5;Desayuno;
            """;

    private FeedExamples() {}
}
