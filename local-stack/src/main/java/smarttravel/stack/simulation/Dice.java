package smarttravel.stack.simulation;

/**
 * SplitMix64, written out (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014, figure
 * 14), because the JDK promises no sequence for bounded draws and a seed must give the same market on every machine.
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** Dice whose throws depend on the seed and on the name alone, whoever else throws. */
    Dice(long seed, String name) {
        state = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < name.length(); i++) {
            state = mix(state + name.charAt(i) + GOLDEN_GAMMA);
        }
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        state += GOLDEN_GAMMA;
        return least + (int) Long.remainderUnsigned(mix(state), (long) most - least + 1);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
