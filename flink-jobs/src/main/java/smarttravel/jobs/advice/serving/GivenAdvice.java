package smarttravel.jobs.advice.serving;

/**
 * What was said of one price, as it is stored and scored.
 *
 * @param departure epoch day
 * @param askedAt epoch second at which the price was seen
 * @param model see {@link ServedModel#id}; {@link Adviser#RULE} when no model spoke
 * @param cautious the word in the default mode: {@code BUY}, {@code WAIT} or {@code INSUFFICIENT}
 * @param savings the word in the mode that saves most
 * @param probability that waiting ends cheaper; {@code NaN} when it is not known
 * @param expectedSaving calibrated, as a share of the price; {@code NaN} when no model spoke
 * @param promised by the model before calibration; {@code NaN} when no model spoke
 * @param price per person (hotels: and night)
 * @param seatsLeft -1 when it is not said
 * @param earlier prices of the offer that it rests on, beside this one
 * @param neighbours offers of the route departing within three days
 * @param neighboursMedian their median price; {@code NaN} without any
 * @param looks at the route that it rests on: grows with every look
 */
public record GivenAdvice(
        String market,
        String currency,
        String provider,
        String offerId,
        long departure,
        long askedAt,
        String model,
        String cautious,
        String savings,
        double probability,
        double expectedSaving,
        double promised,
        double price,
        int seatsLeft,
        int earlier,
        int neighbours,
        double neighboursMedian,
        long looks) {

    /** What is said of a question, before it is known who says what. */
    static GivenAdvice unsaid(String route, Question question) {
        int currencyAt = route.lastIndexOf('/');
        String offer = question.seen().offer();
        int idAt = offer.indexOf('/');
        float seats = question.seen().seatsLeft();
        return new GivenAdvice(
                route.substring(0, currencyAt),
                route.substring(currencyAt + 1),
                offer.substring(0, idAt),
                offer.substring(idAt + 1),
                question.seen().departure(),
                question.seen().second(),
                "",
                "",
                "",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.parseDouble(Float.toString((float) question.seen().price())),
                Float.isNaN(seats) ? -1 : (int) seats,
                question.earlier(),
                question.neighbours(),
                question.neighboursMedian(),
                question.looks());
    }

    /** The same with what is said, and by whom. */
    GivenAdvice saying(
            String speaker,
            String cautiousWord,
            String savingsWord,
            double saidProbability,
            double saidSaving,
            double saidPromise) {
        return new GivenAdvice(
                market,
                currency,
                provider,
                offerId,
                departure,
                askedAt,
                speaker,
                cautiousWord,
                savingsWord,
                saidProbability,
                saidSaving,
                saidPromise,
                price,
                seatsLeft,
                earlier,
                neighbours,
                neighboursMedian,
                looks);
    }
}
