/** Backups and what becomes of them. */
@NullMarked
package io.redial.emulator.behaviour.backups;

import org.jspecify.annotations.NullMarked;
