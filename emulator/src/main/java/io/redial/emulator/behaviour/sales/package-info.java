/** What is on sale: products, regions, zones and dedicated clusters. */
@NullMarked
package io.redial.emulator.behaviour.sales;

import org.jspecify.annotations.NullMarked;
