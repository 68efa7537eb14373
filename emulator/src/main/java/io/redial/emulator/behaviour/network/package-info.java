/** Addresses, public access, encryption and bandwidth. */
@NullMarked
package io.redial.emulator.behaviour.network;

import org.jspecify.annotations.NullMarked;
