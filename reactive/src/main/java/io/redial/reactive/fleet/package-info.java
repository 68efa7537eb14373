/**
 * Fleet runs: many requests, each carried to the end of the work that it starts. {@link io.redial.reactive.fleet.Fleet} is
 * behind the client's verb {@code fleet}, {@link io.redial.reactive.fleet.FleetEvent} is what it tells.
 */
@NullMarked
package io.redial.reactive.fleet;

import org.jspecify.annotations.NullMarked;
