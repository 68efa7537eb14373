/**
 * Following work to its end: {@link io.redial.reactive.follow.Following} is behind the client's verb {@code follow}, {@link
 * io.redial.reactive.follow.Progress} is what it tells.
 */
@NullMarked
package io.redial.reactive.follow;

import org.jspecify.annotations.NullMarked;
