package io.redial.examples;

import io.redial.core.error.CredentialsException;
import io.redial.core.error.RedialException;
import io.redial.reactive.TencentRedis;
import io.redial.reactive.fleet.JournalException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** What all stories have in common: a client for the cloud, somebody who may interrupt, and errors on one line. */
final class Story {
    private final Surroundings surroundings;
    private final CloudChoice cloud;
    private final CommandSpec command;

    /** What is told; gives an exit code, and may wait. */
    interface Plot {
        int tell(TencentRedis redis, CallCounter calls, Interruption interruption);
    }

    Story(Surroundings surroundings, CloudChoice cloud, CommandSpec command) {
        this.surroundings = surroundings;
        this.cloud = cloud;
        this.command = command;
    }

    int tell(int inFlight, Plot plot) {
        var calls = new CallCounter();
        try (var destination = cloud.destination(surroundings);
                var redis = cloud.client(destination, calls, inFlight);
                var interruption = Interruption.watched()) {
            return plot.tell(redis, calls, interruption);
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
