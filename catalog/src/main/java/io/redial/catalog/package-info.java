/**
 * The API descriptions and the strict loader that reads them.
 *
 * <p>A description is a folder of YAML files: {@code api.yaml} (the service itself), one file per category of the
 * documentation with its actions, {@code types.yaml}, {@code values.yaml}, and a folder of documented examples.
 * Everything that Redial knows about an API is said here once; models, action constants, client methods, the action
 * table of the guide and the emulator are all derived from it.
 */
@NullMarked
package io.redial.catalog;

import org.jspecify.annotations.NullMarked;
