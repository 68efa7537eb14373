/**
 * What one instance is like: its state, which is data and nothing else, and the change that is being made to it.
 *
 * <p>What every instance has is a component of {@link io.redial.emulator.instance.InstanceState}. What most instances never
 * touch is a {@link io.redial.emulator.instance.Feature}: a record of its own with a usual value.
 */
@NullMarked
package io.redial.emulator.instance;

import org.jspecify.annotations.NullMarked;
