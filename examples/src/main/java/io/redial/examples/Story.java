package io.redial.examples;

import io.redial.core.error.CredentialsException;
import io.redial.core.error.RedialException;
import io.redial.reactive.ApiClient;
import io.redial.reactive.TencentRedis;
import io.redial.reactive.fleet.JournalException;
import java.util.function.Supplier;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** What all stories have in common: a client for the cloud, somebody who may interrupt, and errors on one line. */
record Story(Surroundings surroundings, CommandSpec command) {

    /** Makes the client that a story is about. */
    interface Opening<C extends ApiClient<C>> {
        C client(Destination destination, CallCounter calls);
    }

    /** What is told; gives an exit code, and may wait. */
    interface Plot<C extends ApiClient<C>> {
        int tell(C client, CallCounter calls, Interruption interruption);
    }

    /** A story of API 3.0. */
    int tell(CloudChoice cloud, int inFlight, Plot<TencentRedis> plot) {
        return tell(
                () -> cloud.destination(surroundings),
                (destination, calls) -> cloud.client(destination, calls, inFlight),
                plot);
    }

    <C extends ApiClient<C>> int tell(Supplier<Destination> cloud, Opening<C> opening, Plot<C> plot) {
        var calls = new CallCounter();
        try (var destination = cloud.get();
                var client = opening.client(destination, calls);
                var interruption = Interruption.watched()) {
            return plot.tell(client, calls, interruption);
        } catch (CredentialsException e) {
            return complain(e, ExitCode.USAGE);
        } catch (RedialException | JournalException e) {
            return complain(e, ExitCode.SOFTWARE);
        } finally {
            surroundings.out().flush();
        }
    }

    private int complain(RuntimeException failure, int exitCode) {
        command.commandLine().getErr().println(command.name() + ": " + failure.getMessage());
        return exitCode;
    }
}
