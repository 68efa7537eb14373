package io.redial.core;

/**
 * A call that starts work which goes on after the answer.
 *
 * @param <O> the answer, which names the work
 */
public interface FollowableRequest<O extends FollowableResponse> extends ApiRequest<O> {}
