/** How values travel: a streaming JSON reader and writer that the generated models are written against. */
@NullMarked
package io.redial.core.wire;

import org.jspecify.annotations.NullMarked;
