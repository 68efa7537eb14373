/** Instances: lists, orders, sizes, and their way from the order to the end. */
@NullMarked
package io.redial.emulator.handler.instances;

import org.jspecify.annotations.NullMarked;
