/** What a signature costs beside the hashes that it is made of. */
@NullMarked
package io.redial.benchmarks.signature;

import org.jspecify.annotations.NullMarked;
