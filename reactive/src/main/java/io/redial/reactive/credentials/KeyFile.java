package io.redial.reactive.credentials;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;

import io.redial.core.error.CredentialsException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Small files with keys in them, read on a thread that may wait. */
final class KeyFile {
    private static final int LARGEST = 64 * 1024;

    private KeyFile() {}

    /** A file with long-lived secrets, which only its owner may read. Looked at for each subscription. */
    static Mono<byte[]> secret(Path path) {
        return waiting(path, () -> {
            refuseIfOthersMayRead(path);
            return bytes(path);
        });
    }

    /** A file that a platform has put there as it sees fit. */
    static Mono<byte[]> open(Path path) {
        return waiting(path, () -> bytes(path));
    }

    static Mono<Boolean> isThere(Path path) {
        return Mono.fromCallable(() -> Files.exists(path)).subscribeOn(Schedulers.boundedElastic());
    }

    private static Mono<byte[]> waiting(Path path, Reading reading) {
        return Mono.fromCallable(() -> {
                    // Nobody knows how long a pipe or a device would be waited for.
                    if (Files.exists(path) && !Files.isRegularFile(path)) {
                        throw new CredentialsException(path + " is no file");
                    }
                    try {
                        return reading.read();
                    } catch (NoSuchFileException e) {
                        throw new CredentialsException(path + " is not there");
                    } catch (AccessDeniedException e) {
                        throw new CredentialsException(path + " may not be read by this user");
                    } catch (IOException e) {
                        throw new CredentialsException(path + " cannot be read: " + e.getMessage());
                    }
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static byte[] bytes(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new CredentialsException(path + " is larger than " + LARGEST / 1024 + " KB: no file of keys");
            }
            return bytes;
        }
    }

    /** As ssh does with its keys, though a file of somebody else's may be shared with a group: its owner meant that. */
    private static void refuseIfOthersMayRead(Path path) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        var attributes = view.readAttributes();
        var rights = attributes.permissions();
        var own = attributes.owner().getName().equals(System.getProperty("user.name"));
        if (rights.contains(OTHERS_READ) || (own && rights.contains(GROUP_READ))) {
            throw new CredentialsException(
                    path + " holds keys and can be read by others, so it is not used; run: chmod "
                            + (own ? "600 " : "o-r ") + path);
        }
    }

    @FunctionalInterface
    private interface Reading {
        byte[] read() throws IOException;
    }
}
