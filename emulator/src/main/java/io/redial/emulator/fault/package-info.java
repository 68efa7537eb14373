/**
 * What goes wrong on demand: {@linkplain io.redial.emulator.fault.Fault faults}, the
 * {@linkplain io.redial.emulator.fault.FaultRule rules} that say when they happen, and the book that is kept of them.
 */
@NullMarked
package io.redial.emulator.fault;

import org.jspecify.annotations.NullMarked;
