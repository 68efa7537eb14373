/** What generated models are written with. */
@NullMarked
package io.redial.core.model;

import org.jspecify.annotations.NullMarked;
