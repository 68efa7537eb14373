/**
 * Turns an API description into Java.
 *
 * <p>A class is made by an ordered list of small rules, each of which adds one thing: see {@link
 * io.redial.codegen.ModelRules}. Nothing that is generated is committed.
 */
@NullMarked
package io.redial.codegen;

import org.jspecify.annotations.NullMarked;
