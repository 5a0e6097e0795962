/** Learns what waiting is worth, and how far what was learnt can be trusted. */
@NullMarked
package smarttravel.jobs.advice.learning;

import org.jspecify.annotations.NullMarked;
