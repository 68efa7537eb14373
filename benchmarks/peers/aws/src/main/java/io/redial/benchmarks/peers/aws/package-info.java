/** AWS SDK v2. */
@NullMarked
package io.redial.benchmarks.peers.aws;

import org.jspecify.annotations.NullMarked;
