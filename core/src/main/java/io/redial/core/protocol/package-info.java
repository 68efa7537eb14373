/**
 * How a call becomes bytes and bytes become an answer. A {@link io.redial.core.protocol.Protocol} encodes, signs, decodes
 * and tells refusals from answers; no other class knows which one it carries.
 */
@NullMarked
package io.redial.core.protocol;

import org.jspecify.annotations.NullMarked;
