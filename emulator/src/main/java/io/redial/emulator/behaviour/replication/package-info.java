/** Replication groups and their members. */
@NullMarked
package io.redial.emulator.behaviour.replication;

import org.jspecify.annotations.NullMarked;
