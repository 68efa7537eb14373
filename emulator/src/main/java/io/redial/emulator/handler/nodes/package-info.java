/** Which nodes serve reads and writes. */
@NullMarked
package io.redial.emulator.handler.nodes;

import org.jspecify.annotations.NullMarked;
