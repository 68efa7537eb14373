/** Passwords and accounts of instances. */
@NullMarked
package io.redial.emulator.behaviour.access;

import org.jspecify.annotations.NullMarked;
