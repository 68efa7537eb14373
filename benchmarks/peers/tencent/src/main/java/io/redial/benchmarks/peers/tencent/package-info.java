/** Tencent's own SDK. */
@NullMarked
package io.redial.benchmarks.peers.tencent;

import org.jspecify.annotations.NullMarked;
