package io.redial.examples;

import io.redial.core.credentials.CredentialsProvider;
import io.redial.emulator.EmulatorOptions;
import java.io.PrintStream;

/**
 * What an example finds around it.
 *
 * @param out where it tells how it goes
 * @param interactive whether somebody watches there, on a screen where a line can be drawn anew
 * @param tencentCredentials the keys for a cloud of Tencent that the caller names
 * @param aliyunCredentials those for one of Alibaba
 * @param emulatorOptions what the cloud is like that is started when the caller names none
 */
record CommandContext(
        PrintStream out,
        boolean interactive,
        CredentialsProvider tencentCredentials,
        CredentialsProvider aliyunCredentials,
        EmulatorOptions.Builder emulatorOptions) {}
