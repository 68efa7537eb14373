/** Alibaba's own SDK. */
@NullMarked
package io.redial.benchmarks.peers.aliyun;

import org.jspecify.annotations.NullMarked;
