/** PostgreSQL without an installation: real binaries, unpacked and run as a child process on the loopback interface. */
@NullMarked
package smarttravel.stack.postgres;

import org.jspecify.annotations.NullMarked;
