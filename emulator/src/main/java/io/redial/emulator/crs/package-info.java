/**
 * Tencent's API v2, through which the same instances can be seen and changed.
 *
 * <p>What an action does is said by its successor in API 3.0: a call is translated, carried out, and its answer is
 * translated back. The actions that have none answer with their documented example.
 */
@NullMarked
package io.redial.emulator.crs;

import org.jspecify.annotations.NullMarked;
