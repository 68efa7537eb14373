/**
 * The client. {@link io.redial.reactive.TencentRedis} has the three verbs that serve every action: {@code call}, {@code
 * items} and {@code follow}. Each call runs through one {@linkplain io.redial.reactive.Pipeline pipeline}.
 *
 * <p>Nothing in this package blocks, and nothing happens before somebody subscribes. Signals come on an event loop of
 * Reactor Netty or on the client's scheduler.
 */
@NullMarked
package io.redial.reactive;

import org.jspecify.annotations.NullMarked;
