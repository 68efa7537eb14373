/**
 * The certificate that the emulated cloud shows over HTTPS: made at its start, trusted by nobody who was not told to.
 *
 * <p>The JDK can do everything but write a certificate down, and the libraries that can weigh more than the emulator. What
 * is needed of DER is a page.
 */
@NullMarked
package io.redial.emulator.tls;

import org.jspecify.annotations.NullMarked;
