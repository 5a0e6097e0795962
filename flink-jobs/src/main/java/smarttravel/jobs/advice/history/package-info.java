/** Everything that was seen of many offers, in columns: what models are learnt from and policies are judged on. */
@NullMarked
package smarttravel.jobs.advice.history;

import org.jspecify.annotations.NullMarked;
