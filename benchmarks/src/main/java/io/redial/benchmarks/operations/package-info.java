/** Following a thousand pieces of work in real time over loopback sockets, measured. */
@NullMarked
package io.redial.benchmarks.operations;

import org.jspecify.annotations.NullMarked;
