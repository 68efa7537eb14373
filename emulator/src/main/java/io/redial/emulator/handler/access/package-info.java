/** Passwords and accounts of instances. */
@NullMarked
package io.redial.emulator.handler.access;

import org.jspecify.annotations.NullMarked;
