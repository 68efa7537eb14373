/**
 * The front door: whatever is wrong with a request apart from what it asks for is found here. What is in this package is
 * API 3.0, in all the {@linkplain io.redial.emulator.protocol.SignatureScheme ways} in which it can be called, and what the other protocols
 * share with it.
 *
 * <p>Nothing in this package knows HTTP servers; a request arrives as an {@link io.redial.emulator.protocol.IncomingRequest} and
 * leaves as a {@link io.redial.emulator.protocol.ActionRequest}, or is turned away with a {@link io.redial.emulator.protocol.ApiError}.
 */
@NullMarked
package io.redial.emulator.protocol;

import org.jspecify.annotations.NullMarked;
