/**
 * Where keys come from when that takes files, processes or calls. {@link io.redial.reactive.credentials.Keys} gives the
 * providers.
 *
 * <p>Nothing here blocks the thread that asks: files and processes are waited for on {@link
 * reactor.core.scheduler.Schedulers#boundedElastic()}, calls go through Reactor Netty. No secret stands in a message, a text
 * form or a cause of an error.
 */
@NullMarked
package io.redial.reactive.credentials;

import org.jspecify.annotations.NullMarked;
