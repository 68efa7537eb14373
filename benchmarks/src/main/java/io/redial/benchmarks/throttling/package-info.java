/**
 * What limiters are worth against servers that count in their own way: a deterministic simulation in virtual time. {@link
 * io.redial.benchmarks.throttling.Report} is where to begin.
 */
@NullMarked
package io.redial.benchmarks.throttling;

import org.jspecify.annotations.NullMarked;
