/** What an account has, written down and read again. */
@NullMarked
package io.redial.emulator.snapshot;

import org.jspecify.annotations.NullMarked;
