package io.redial.emulator;

import io.redial.emulator.door.Refusal;

/** Something that goes wrong with one request. */
sealed interface Fault {

    /** The connection is closed before anything is done. */
    record Drop() implements Fault {}

    /** An error is answered, and nothing is done. */
    record Fail(Refusal error) implements Fault {}

    /** Everything is done, and the connection is closed in place of an answer. */
    record LoseAnswer() implements Fault {}
}
