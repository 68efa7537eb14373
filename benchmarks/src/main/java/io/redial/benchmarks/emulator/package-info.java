/** What the emulator takes and gives: its start, its memory, and how many calls a second it serves. */
@NullMarked
package io.redial.benchmarks.emulator;

import org.jspecify.annotations.NullMarked;
