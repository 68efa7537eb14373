/**
 * A cloud in a process: it listens on a loopback port and speaks TencentDB for Redis API 3.0.
 *
 * <p>It checks signatures, counts quotas, takes its time for work and answers with documented errors, and shares no
 * code with the client, so that a mistake of one does not hide in the other.
 * {@link io.redial.emulator.CloudEmulator} is the way in.
 */
@NullMarked
package io.redial.emulator;

import org.jspecify.annotations.NullMarked;
