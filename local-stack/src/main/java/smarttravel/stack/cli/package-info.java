/** The command line: what a person types and reads. */
@NullMarked
package smarttravel.stack.cli;

import org.jspecify.annotations.NullMarked;
