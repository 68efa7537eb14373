/**
 * The front door: whatever is wrong with a request apart from what it asks for is found here.
 *
 * <p>Nothing in this package knows HTTP servers; a request arrives as an {@link io.redial.emulator.door.Arrival} and
 * leaves as a {@link io.redial.emulator.door.Call}, or is turned away with a {@link io.redial.emulator.door.Refusal}.
 */
@NullMarked
package io.redial.emulator.door;

import org.jspecify.annotations.NullMarked;
