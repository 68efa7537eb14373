/**
 * What the actions do, one small class each.
 *
 * <p>To give another action a behaviour, write a class and add it to the list in
 * {@link io.redial.emulator.behaviour.Behaviours}; all others answer with their documented example.
 */
@NullMarked
package io.redial.emulator.behaviour;

import org.jspecify.annotations.NullMarked;
