package smarttravel.jobs.flapping;

import java.util.Arrays;

/**
 * Two fares that an offer alternates between. Kept only from a move that is large enough until a price that is on neither
 * level, or until the pair is forgotten: most offers have none.
 *
 * @param here scaled level that the price is on
 * @param there scaled level that it was on before
 * @param firstAt when it moved between them first, epoch milliseconds
 * @param switches moves between them so far
 * @param switchedAt the last of these moves, ascending, epoch milliseconds; as many as the rule counts at most
 */
@SuppressWarnings("ArrayRecordComponent") // state is replaced as a whole and never compared
public record FlappingState(long here, long there, long firstAt, int switches, long[] switchedAt) {

    static FlappingState begin(long from, long to, long at) {
        return new FlappingState(to, from, at, 1, new long[] {at});
    }

    FlappingState switched(long at, int kept) {
        int forgotten = switchedAt.length < kept ? 0 : switchedAt.length + 1 - kept;
        long[] moves = Arrays.copyOfRange(switchedAt, forgotten, switchedAt.length + 1);
        moves[moves.length - 1] = at;
        return new FlappingState(there, here, firstAt, switches + 1, moves);
    }

    /** When it moved last, epoch milliseconds. */
    public long lastAt() {
        return switchedAt[switchedAt.length - 1];
    }
}
