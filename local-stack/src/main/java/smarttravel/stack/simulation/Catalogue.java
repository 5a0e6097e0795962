package smarttravel.stack.simulation;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static smarttravel.events.Board.AI;
import static smarttravel.events.Board.BB;
import static smarttravel.events.Board.HB;
import static smarttravel.events.Board.RO;
import static smarttravel.stack.simulation.Destination.BRC;
import static smarttravel.stack.simulation.Destination.CUN;
import static smarttravel.stack.simulation.Destination.FLN;
import static smarttravel.stack.simulation.Destination.GIG;
import static smarttravel.stack.simulation.Destination.IGR;
import static smarttravel.stack.simulation.Destination.MAD;
import static smarttravel.stack.simulation.Destination.MIA;
import static smarttravel.stack.simulation.Destination.PUJ;
import static smarttravel.stack.simulation.SimulatedProvider.AERO;
import static smarttravel.stack.simulation.SimulatedProvider.LUNA;
import static smarttravel.stack.simulation.SimulatedProvider.OLA;
import static smarttravel.stack.simulation.SimulatedProvider.SOL;
import static smarttravel.stack.simulation.TravelLine.flights;
import static smarttravel.stack.simulation.TravelLine.hotel;
import static smarttravel.stack.simulation.TravelLine.packages;

import java.util.List;

/**
 * What is on sale. A market is quoted in one currency and has at least eight departures a month in dollars, or four in
 * pesos; each of its lines departs every week, so that no month's median leans towards the dearer line.
 */
final class Catalogue {
    private static final List<TravelLine> DEMO = List.of(
            packages(AERO, "EZE", CUN, 7, AI, CUN.hotel(0), 1375, SATURDAY),
            packages(OLA, "EZE", CUN, 7, AI, CUN.hotel(0), 1345, SATURDAY),
            packages(OLA, "EZE", CUN, 7, AI, CUN.hotel(1), 1310, SATURDAY),
            packages(AERO, "EZE", PUJ, 7, AI, PUJ.hotel(0), 1395, SUNDAY),
            packages(OLA, "EZE", PUJ, 7, AI, PUJ.hotel(1), 1365, SUNDAY),
            packages(AERO, "EZE", GIG, 7, BB, GIG.hotel(0), 802, SATURDAY),
            packages(OLA, "EZE", GIG, 7, BB, GIG.hotel(0), 785, SATURDAY),
            packages(AERO, "EZE", FLN, 7, HB, FLN.hotel(0), 868, SUNDAY),
            packages(OLA, "EZE", FLN, 7, HB, FLN.hotel(1), 856, SUNDAY),
            packages(OLA, "AEP", BRC, 7, HB, BRC.hotel(0), 677, SATURDAY),
            packages(OLA, "AEP", BRC, 7, HB, BRC.hotel(1), 668, SATURDAY),
            packages(AERO, "EZE", MAD, 10, BB, MAD.hotel(0), 2140, THURSDAY),
            packages(OLA, "EZE", MAD, 10, BB, MAD.hotel(1), 2095, THURSDAY),
            packages(SOL, "COR", BRC, 7, HB, BRC.hotel(0), 720, SATURDAY),
            packages(SOL, "COR", IGR, 4, BB, IGR.hotel(0), 430, FRIDAY),
            hotel(SOL, BRC, 7, BB, BRC.hotel(1), 52, SATURDAY),
            hotel(SOL, IGR, 3, BB, IGR.hotel(1), 46, FRIDAY),
            hotel(LUNA, CUN, 7, AI, CUN.hotel(0), 106, SATURDAY),
            hotel(LUNA, CUN, 7, AI, CUN.hotel(1), 104, SATURDAY),
            hotel(LUNA, MIA, 7, RO, MIA.hotel(0), 88, FRIDAY),
            hotel(LUNA, MIA, 7, RO, MIA.hotel(1), 90, FRIDAY),
            flights(AERO, "EZE", MIA, 940, TUESDAY, FRIDAY),
            flights(AERO, "EZE", MAD, 1180, WEDNESDAY, SATURDAY),
            flights(AERO, "AEP", IGR, 170, THURSDAY, SUNDAY),
            flights(AERO, "COR", GIG, 390, TUESDAY, SATURDAY));

    private static final List<TravelLine> SMALL = List.of(
            packages(AERO, "EZE", CUN, 7, AI, CUN.hotel(0), 1375, SATURDAY),
            packages(OLA, "EZE", CUN, 7, AI, CUN.hotel(0), 1345, SATURDAY),
            hotel(SOL, BRC, 7, BB, BRC.hotel(1), 52, SATURDAY),
            flights(AERO, "EZE", MAD, 1180, WEDNESDAY, SATURDAY));

    private Catalogue() {}

    static List<TravelLine> of(MarketSize size) {
        return switch (size) {
            case DEMO -> DEMO;
            case SMALL -> SMALL;
        };
    }
}
