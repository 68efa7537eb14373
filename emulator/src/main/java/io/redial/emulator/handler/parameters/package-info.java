/** Parameters of instances, and templates of them. */
@NullMarked
package io.redial.emulator.handler.parameters;

import org.jspecify.annotations.NullMarked;
