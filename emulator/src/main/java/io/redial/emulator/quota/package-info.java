/**
 * How the emulated cloud counts requests: pure arithmetic on a time that is passed in.
 *
 * <p>Three rules stand behind one interface because no document says which one the real cloud uses; a client that is
 * never refused by any of them is safe with all.
 */
@NullMarked
package io.redial.emulator.quota;

import org.jspecify.annotations.NullMarked;
