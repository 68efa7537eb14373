package io.redial.reactive.follow;

import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Answers each action with what was prepared for it, one after the other; the last answer again and again. */
final class ScriptedCalls implements Calls {
    private final Map<String, Deque<Object>> answers = new HashMap<>();
    final List<String> asked = new ArrayList<>();

    /** The answers to an action; an error is signalled. */
    ScriptedCalls answer(String action, Object... inTurn) {
        answers.put(action, new ArrayDeque<>(Arrays.asList(inTurn)));
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <O extends ApiResponse> Mono<O> call(ApiRequest<O> request) {
        return Mono.defer(() -> {
            var action = request.action().name();
            asked.add(action);
            var prepared = answers.getOrDefault(action, new ArrayDeque<>());
            if (prepared.isEmpty()) {
                return Mono.error(new AssertionError("nobody expected " + request));
            }
            var answer = prepared.size() > 1 ? prepared.removeFirst() : prepared.getFirst();
            return answer instanceof Throwable error ? Mono.error(error) : Mono.just((O) answer);
        });
    }
}
