/** Tencent's API 3.0: its door, and the behaviour behind each of its actions. */
@NullMarked
package io.redial.emulator.api3;

import org.jspecify.annotations.NullMarked;
