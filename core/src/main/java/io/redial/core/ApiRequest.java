package io.redial.core;

/**
 * A call as data: immutable, comparable, and good for any number of sendings.
 *
 * @param <O> the answer
 */
public interface ApiRequest<O extends ApiResponse> {

    /** The action that it asks for. */
    Action<? extends ApiRequest<O>, O> action();
}
