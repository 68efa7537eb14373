package io.redial.examples;

import io.redial.core.Handle;
import io.redial.reactive.TencentRedis;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Follows work that somebody else has started. */
@Command(
        name = "follow",
        mixinStandardHelpOptions = true,
        versionProvider = ExamplesCommand.Version.class,
        sortOptions = false,
        description = "Follows work to its end from its handle. The exit code is 0 if it succeeded.")
final class FollowCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "HANDLE",
            converter = OperationHandleConverter.class,
            description = "the work, for example task:16658 or deal:6954227")
    private @Nullable Handle handle;

    @Mixin
    private CloudOptions cloud = new CloudOptions();

    FollowCommand(CommandContext surroundings) {
        this.context = surroundings;
    }

    @Override
    public Integer call() {
        return new CommandRunner(context, Objects.requireNonNull(spec)).run(cloud, 1, this::follow);
    }

    private int follow(TencentRedis redis, CallCounter calls, StopSignal interruption) {
        return new OperationPrinter(context.out())
                .printUntilComplete(redis.follow(Objects.requireNonNull(handle)), interruption);
    }

    /** Reads the text of a handle. */
    static final class OperationHandleConverter implements ITypeConverter<Handle> {
        @Override
        public Handle convert(String text) {
            try {
                return Handle.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
