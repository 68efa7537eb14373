/** Security groups, and which instances are in them. */
@NullMarked
package io.redial.emulator.handler.security;

import org.jspecify.annotations.NullMarked;
