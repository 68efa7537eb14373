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
record CommandRunner(CommandContext context, CommandSpec command) {

    /** Makes the client that a story is about. */
    interface ClientFactory<C extends ApiClient<C>> {
        C createClient(CloudTarget destination, CallCounter calls);
    }

    /** What is told; gives an exit code, and may wait. */
    interface ClientCommand<C extends ApiClient<C>> {
        int run(C client, CallCounter calls, StopSignal interruption);
    }

    /** A story of API 3.0. */
    int run(CloudOptions cloud, int inFlight, ClientCommand<TencentRedis> plot) {
        return run(
                () -> cloud.target(context), (destination, calls) -> cloud.client(destination, calls, inFlight), plot);
    }

    <C extends ApiClient<C>> int run(Supplier<CloudTarget> cloud, ClientFactory<C> opening, ClientCommand<C> plot) {
        var calls = new CallCounter();
        try (var destination = cloud.get();
                var client = opening.createClient(destination, calls);
                var interruption = StopSignal.install()) {
            return plot.run(client, calls, interruption);
        } catch (CredentialsException e) {
            return complain(e, ExitCode.USAGE);
        } catch (RedialException | JournalException e) {
            return complain(e, ExitCode.SOFTWARE);
        } finally {
            context.out().flush();
        }
    }

    private int complain(RuntimeException failure, int exitCode) {
        command.commandLine().getErr().println(command.name() + ": " + failure.getMessage());
        return exitCode;
    }
}
