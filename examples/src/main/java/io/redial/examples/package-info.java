/**
 * Runnable stories, one per user. {@link io.redial.examples.ExamplesMain} is the program that tells them; {@link
 * io.redial.examples.QuickStart} is the shortest.
 */
@NullMarked
package io.redial.examples;

import org.jspecify.annotations.NullMarked;
