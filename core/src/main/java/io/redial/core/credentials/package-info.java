/** The keys that sign calls, and where they come from. */
@NullMarked
package io.redial.core.credentials;

import org.jspecify.annotations.NullMarked;
