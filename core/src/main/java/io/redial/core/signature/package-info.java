/** Signatures: arithmetic on bytes, without I/O and without a clock of its own. */
@NullMarked
package io.redial.core.signature;

import org.jspecify.annotations.NullMarked;
