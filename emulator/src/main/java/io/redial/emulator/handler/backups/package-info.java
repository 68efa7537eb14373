/** Backups and what becomes of them. */
@NullMarked
package io.redial.emulator.handler.backups;

import org.jspecify.annotations.NullMarked;
