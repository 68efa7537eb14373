package io.redial.benchmarks.sidebyside;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The JDK's own client, asynchronous, HTTP/1.1, nothing signed and nothing decoded. */
public final class JdkHttp implements Contender.Maker {

    @Override
    public Contender make(URI server, int connections) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(server)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(TencentCall.body()))
                .build();
        return new Contender() {
            @Override
            public void call(Answer answer) {
                var unused = http.sendAsync(request, BodyHandlers.ofByteArray()).whenComplete((response, error) -> {
                    if (error != null) {
                        answer.failed(error);
                    } else if (response.statusCode() != 200) {
                        answer.failed(new IllegalStateException("HTTP " + response.statusCode()));
                    } else {
                        answer.came();
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
