/** Parameters of instances, and templates of them. */
@NullMarked
package io.redial.emulator.behaviour.parameters;

import org.jspecify.annotations.NullMarked;
