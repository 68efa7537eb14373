/**
 * The things that live in the emulated cloud: instances, orders, tasks and backups.
 *
 * <p>No timer moves them. Work is recorded once, with the times at which it will change its state, and every look at it
 * says what has become of it by now. So a look never waits, and a clock that is stepped by hand is as good as a real
 * one.
 */
@NullMarked
package io.redial.emulator.cloud;

import org.jspecify.annotations.NullMarked;
