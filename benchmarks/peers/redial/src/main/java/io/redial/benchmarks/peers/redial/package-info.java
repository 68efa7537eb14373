/** Redial, and what it stands on. */
@NullMarked
package io.redial.benchmarks.peers.redial;

import org.jspecify.annotations.NullMarked;
