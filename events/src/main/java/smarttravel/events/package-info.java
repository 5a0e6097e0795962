/** What crosses a boundary between processes: records, topics and their JSON. The JDK and Jackson's streaming API only. */
@NullMarked
package smarttravel.events;

import org.jspecify.annotations.NullMarked;
