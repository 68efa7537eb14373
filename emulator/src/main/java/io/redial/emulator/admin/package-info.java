/**
 * What is under {@code /_emulator/}: JSON to look into the emulator and to change it, and a page that shows it.
 *
 * <p>It asks for no key, and its requests are not counted. So that only its user gets there, the emulator listens on a
 * loopback address unless told otherwise, and web pages of others are turned away, see {@code Visitors}.
 */
@NullMarked
package io.redial.emulator.admin;

import org.jspecify.annotations.NullMarked;
