/** Tasks and orders, looked up. */
@NullMarked
package io.redial.emulator.behaviour.work;

import org.jspecify.annotations.NullMarked;
