/** Addresses, public access, encryption and bandwidth. */
@NullMarked
package io.redial.emulator.handler.network;

import org.jspecify.annotations.NullMarked;
