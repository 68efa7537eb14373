/** Redial and other SDKs over loopback in one run: how many calls a second, what each costs, and what it takes to begin. */
@NullMarked
package io.redial.benchmarks.sidebyside;

import org.jspecify.annotations.NullMarked;
