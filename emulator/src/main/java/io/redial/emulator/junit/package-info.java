/**
 * Emulators for JUnit tests: {@link io.redial.emulator.junit.CloudEmulatorTest} starts them, hands them to tests as
 * parameters, and closes them. It needs JUnit 5.13 or newer, which whoever uses it brings along.
 */
@NullMarked
package io.redial.emulator.junit;

import org.jspecify.annotations.NullMarked;
