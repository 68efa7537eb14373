/** Which nodes serve reads and writes. */
@NullMarked
package io.redial.emulator.behaviour.serving;

import org.jspecify.annotations.NullMarked;
