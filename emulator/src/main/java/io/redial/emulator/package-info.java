/**
 * A cloud in a process: it listens on a loopback port and speaks TencentDB for Redis API 3.0, Tencent's API v2 and
 * Alibaba's R-KVStore.
 *
 * <p>It checks signatures, counts quotas, takes its time for work and answers with documented errors, and shares no
 * code with the client, so that a mistake of one does not hide in the other.
 * Each protocol is a {@link io.redial.emulator.protocol.ProtocolHandler}, and a request goes through the first that is for it.
 * {@link io.redial.emulator.CloudEmulator} is the way in.
 */
@NullMarked
package io.redial.emulator;

import org.jspecify.annotations.NullMarked;
