/**
 * Tencent CRS, the older API v2 of Redis: a request and an answer for each action, the structures that they carry, and the
 * documented lists of values. All but this page is generated from the catalog.
 *
 * <p>What the documents put into {@code data} stands in the answers themselves. Calls have no request id; what the wire
 * calls {@code requestId} is the id of a task, and is called so here.
 */
@NullMarked
package io.redial.tencent.crs;

import org.jspecify.annotations.NullMarked;
