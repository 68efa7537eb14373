/**
 * What actions do, and what all of them do alike.
 *
 * <p>Each package below holds the actions of one subject, and in it one class with a table of their names. Most actions
 * are one method each: it looks up whom the call means ({@link io.redial.emulator.handler.InstanceResolver}), refuses what
 * cannot be, and starts work ({@link io.redial.emulator.handler.TaskStarter}), changes something at once, or tells how
 * things are.
 */
@NullMarked
package io.redial.emulator.handler;

import org.jspecify.annotations.NullMarked;
