/**
 * Readers of other people's texts, fed with anything: only the failures they declare may come out.
 *
 * <p>A usual test run replays the seeds beside these tests (folders {@code *FuzzTestInputs}) and takes no time. To search
 * for new ones, offline too, one test method at a time:
 * {@code JAZZER_FUZZ=1 mvn -o test -pl ingest -am -Dtest=PriceTextFuzzTest -Dsurefire.failIfNoSpecifiedTests=false}. A test
 * searches as long as its {@code maxDuration} says and keeps what it learnt in {@code .cifuzz-corpus}, which git ignores;
 * an input that fails is written beside the seeds, so that every later run replays it.
 */
@NullMarked
package smarttravel.ingest.fuzz;

import org.jspecify.annotations.NullMarked;
