/** What a limiter's decision costs. */
@NullMarked
package io.redial.benchmarks.limiter;

import org.jspecify.annotations.NullMarked;
