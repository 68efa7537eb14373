/**
 * The vocabulary of a call: what is asked ({@link io.redial.core.ApiRequest}), of which {@link io.redial.core.Action},
 * and what comes back. Nothing in this module does I/O, waits, or knows Reactor.
 */
@NullMarked
package io.redial.core;

import org.jspecify.annotations.NullMarked;
