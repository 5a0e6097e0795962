/** What the tests of the jobs share: made-up observations and operators under test. */
@NullMarked
package smarttravel.jobs.testing;

import org.jspecify.annotations.NullMarked;
