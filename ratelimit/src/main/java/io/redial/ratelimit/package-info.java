/**
 * How many calls may leave now, and whether a failed one may be sent again. Pure arithmetic: the time is an argument,
 * nothing waits, and somebody else does the sleeping.
 */
@NullMarked
package io.redial.ratelimit;

import org.jspecify.annotations.NullMarked;
