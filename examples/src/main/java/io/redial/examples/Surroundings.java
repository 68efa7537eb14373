package io.redial.examples;

import io.redial.core.credentials.CredentialsProvider;
import io.redial.emulator.EmulatorOptions;
import java.io.PrintStream;

/**
 * What an example finds around it.
 *
 * @param out where it tells how it goes
 * @param terminal whether somebody watches there, on a screen where a line can be drawn anew
 * @param keys the keys for a cloud of Tencent that the caller names
 * @param alibabaKeys those for one of Alibaba
 * @param embedded what the cloud is like that is started when the caller names none
 */
record Surroundings(
        PrintStream out,
        boolean terminal,
        CredentialsProvider keys,
        CredentialsProvider alibabaKeys,
        EmulatorOptions.Builder embedded) {}
