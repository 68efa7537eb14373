package io.redial.benchmarks.sidebyside;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The JDK's own client, asynchronous, HTTP/1.1, nothing signed and nothing decoded. */
public final class JdkHttp implements Candidate.Factory {

    @Override
    public Candidate create(URI server, int connections) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(server)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(TencentCall.body()))
                .build();
        return new Candidate() {
            @Override
            public void call(Callback answer) {
                var unused = http.sendAsync(request, BodyHandlers.ofByteArray()).whenComplete((response, error) -> {
                    if (error != null) {
                        answer.onFailure(error);
                    } else if (response.statusCode() != 200) {
                        answer.onFailure(new IllegalStateException("HTTP " + response.statusCode()));
                    } else {
                        answer.onSuccess();
                    }
                });
            }

            @Override
            public void close() {
                // Its threads end when nobody holds it any more.
            }
        };
    }
}
