/** The client against the emulator over real sockets: what the simulation says, measured. */
@NullMarked
package io.redial.benchmarks.sockets;

import org.jspecify.annotations.NullMarked;
