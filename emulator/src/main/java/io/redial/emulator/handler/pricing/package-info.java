/** What is on sale: products, regions, zones and dedicated clusters. */
@NullMarked
package io.redial.emulator.handler.pricing;

import org.jspecify.annotations.NullMarked;
