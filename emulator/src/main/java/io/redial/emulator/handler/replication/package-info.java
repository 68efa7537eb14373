/** Replication groups and their members. */
@NullMarked
package io.redial.emulator.handler.replication;

import org.jspecify.annotations.NullMarked;
