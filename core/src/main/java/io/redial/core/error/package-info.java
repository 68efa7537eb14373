/**
 * What can go wrong with a call, as exceptions that say what happened, to what, whether it may be tried again, and what
 * to do next. Two to remember: {@link io.redial.core.error.ServiceException} (the server refused) and {@link
 * io.redial.core.error.TransportException} (the call did not get there, or no answer came back).
 */
@NullMarked
package io.redial.core.error;

import org.jspecify.annotations.NullMarked;
