package smarttravel.jobs.advice.features;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import smarttravel.jobs.bytes.WholeNumbers;

/**
 * An offer's track as few bytes: what a checkpoint holds of it. A price that stayed, a seller that stayed and a look a day
 * later cost four bytes together, a changed price four more. Nothing is rounded.
 *
 * <pre>
 * format 1 | sold out | seats + 1, 0 for unknown | prices | median, minimum of the earlier (from two prices on)
 * then for each price, oldest first: what changed | seconds since the last | price if changed | seller if changed
 * </pre>
 */
public final class TrackBytes {
    private static final int FORMAT = 1;
    private static final int NEW_PRICE = 1;
    private static final int NEW_SELLER = 2;

    private TrackBytes() {}

    /** Writes a track; its departure is left to the caller. */
    public static byte[] write(OfferTrack track) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 + 5 * track.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            OfferTrack.Standing standing = track.standing();
            out.writeByte(FORMAT);
            out.writeBoolean(standing.soldOut());
            WholeNumbers.write(out, Float.isNaN(standing.seatsLeft()) ? 0 : 1 + (long) standing.seatsLeft());
            WholeNumbers.write(out, track.size());
            if (track.size() > 1) {
                out.writeDouble(standing.median());
                out.writeFloat((float) standing.minimum());
            }
            writePrices(out, track);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writePrices(DataOutputStream out, OfferTrack track) throws IOException {
        float price = Float.NaN;
        int seller = SeenPrice.UNKNOWN_SELLER;
        long second = 0;
        for (int ago = track.size() - 1; ago >= 0; ago--) {
            float nextPrice = (float) track.price(ago);
            int nextSeller = track.seller(ago);
            boolean isNewPrice = nextPrice != price;
            boolean isNewSeller = nextSeller != seller;
            out.writeByte((isNewPrice ? NEW_PRICE : 0) | (isNewSeller ? NEW_SELLER : 0));
            WholeNumbers.write(out, track.second(ago) - second);
            if (isNewPrice) {
                out.writeFloat(nextPrice);
            }
            if (isNewSeller) {
                out.writeInt(nextSeller);
            }
            price = nextPrice;
            seller = nextSeller;
            second = track.second(ago);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static OfferTrack read(long departure, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                throw new IOException("this track was written by a later version");
            }
            boolean soldOut = in.readBoolean();
            long seats = WholeNumbers.read(in);
            int size = (int) WholeNumbers.read(in);
            double median = size > 1 ? in.readDouble() : Double.NaN;
            double minimum = size > 1 ? in.readFloat() : Double.NaN;
            float seatsLeft = seats == 0 ? Float.NaN : seats - 1;
            return readPrices(in, departure, size, new OfferTrack.Standing(seatsLeft, soldOut, median, minimum));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OfferTrack readPrices(DataInputStream in, long departure, int size, OfferTrack.Standing standing)
            throws IOException {
        float[] prices = new float[size];
        int[] sellers = new int[size];
        long[] seconds = new long[size];
        float price = Float.NaN;
        int seller = SeenPrice.UNKNOWN_SELLER;
        long second = 0;
        for (int i = 0; i < size; i++) {
            int changed = in.readByte();
            second += WholeNumbers.read(in);
            price = (changed & NEW_PRICE) == 0 ? price : in.readFloat();
            seller = (changed & NEW_SELLER) == 0 ? seller : in.readInt();
            prices[i] = price;
            sellers[i] = seller;
            seconds[i] = second;
        }
        return new OfferTrack(departure, prices, sellers, seconds, standing);
    }
}
