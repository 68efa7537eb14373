/** What is seen of instances: their load, slow queries, events and the delivery of logs. */
@NullMarked
package io.redial.emulator.handler.monitoring;

import org.jspecify.annotations.NullMarked;
