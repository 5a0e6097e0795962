/** A travel market that never was, whose truth is known: what the demo replays and what the analyses are measured on. */
@NullMarked
package smarttravel.stack.simulation;

import org.jspecify.annotations.NullMarked;
