package io.redial.benchmarks.peers.aws;

import io.redial.benchmarks.sidebyside.Candidate;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;

/** AWS SDK v2, its asynchronous client of ElastiCache over its own Netty client. */
public final class AwsSdk implements Candidate.Factory {

    @Override
    public Candidate create(URI server, int connections) {
        var client = ElastiCacheAsyncClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")))
                .endpointOverride(server)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(connections)
                        .maxPendingConnectionAcquires(Integer.MAX_VALUE))
                .build();
        var request = DescribeCacheClustersRequest.builder()
                .maxRecords(20)
                .showCacheNodeInfo(true)
                .build();
        return new Candidate() {
            @Override
            public void call(Callback answer) {
                var unused = client.describeCacheClusters(request).whenComplete((response, error) -> {
                    if (error != null) {
                        answer.onFailure(error);
                    } else if (response.cacheClusters().isEmpty()) {
                        answer.onFailure(new IllegalStateException("the answer is not what the stub sends"));
                    } else {
                        answer.onSuccess();
                    }
                });
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
