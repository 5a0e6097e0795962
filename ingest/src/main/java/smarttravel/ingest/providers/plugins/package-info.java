/** Strategies that come in jars of their own: loaded apart from one another, watched, and stopped when they do harm. */
@NullMarked
package smarttravel.ingest.providers.plugins;

import org.jspecify.annotations.NullMarked;
