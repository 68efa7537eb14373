/** Tasks and orders, looked up. */
@NullMarked
package io.redial.emulator.handler.tasks;

import org.jspecify.annotations.NullMarked;
