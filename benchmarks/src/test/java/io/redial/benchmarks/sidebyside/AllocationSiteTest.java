package io.redial.benchmarks.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose object it is, by the code that made it: innermost first. */
class AllocationSiteTest {

    @ParameterizedTest
    @CsvSource({
        "decode, java.lang.String.<init> io.redial.core.wire.WireReader.string io.redial.reactive.Exchange.decode",
        "decode, io.redial.core.wire.JsonInput.text io.redial.reactive.Exchange.decode",
        "encode, io.redial.core.wire.JsonOutput.grow io.redial.reactive.Exchange.sign",
        "sign, java.util.HashMap.put io.redial.core.protocol.Tc3Encoder.encode io.redial.reactive.Exchange.sign",
        "Reactor Netty, reactor.core.publisher.MonoMap.<init> reactor.netty.http.client.X.y io.redial.reactive.Permit.z",
        "operators between stages, reactor.core.publisher.MonoMap.<init> io.redial.reactive.Exchange.call",
        "quota, io.redial.reactive.PermitQueue.enqueue reactor.core.publisher.Mono.subscribe",
        "others, java.lang.Thread.run",
    })
    void innermostKnownFrame_decidesTheStage(String stage, String frames) {
        assertThat(AllocationSite.stage(List.of(frames.split(" ")))).isEqualTo(stage);
    }
}
