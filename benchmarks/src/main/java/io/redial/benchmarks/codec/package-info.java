/** What reading and writing models costs beside the tokens of their JSON, and beside what others make of it. */
@NullMarked
package io.redial.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
