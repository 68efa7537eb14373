package io.redial.reactive.fleet;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The file of a journal, held by one run at a time: a lock keeps off other processes, and a list of those that are held keeps
 * off others in this one, which must not even open it, because closing any channel to a file gives up all its locks.
 *
 * <p>All methods wait for the disk.
 */
final class JournalFile implements AutoCloseable {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path held;
    private final FileChannel channel;
    private long end;

    private JournalFile(Path path, Path held, FileChannel channel, long end) {
        this.path = path;
        this.held = held;
        this.channel = channel;
        this.end = end;
    }

    /** A new file; there must be none yet. */
    static JournalFile create(Path path) throws IOException {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            throw new JournalException(path, "is there already", "resume it, or name another file for a new run", e);
        }
        return open(path);
    }

    /** A file that is there. */
    static JournalFile open(Path path) throws IOException {
        var real = real(path);
        if (!HELD.add(real)) {
            throw inUse(path);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(real, READ, WRITE);
            if (channel.tryLock() == null) {
                throw inUse(path);
            }
            return new JournalFile(path, real, channel, channel.size());
        } catch (OverlappingFileLockException e) {
            giveUp(real, channel);
            throw inUse(path);
        } catch (IOException | RuntimeException e) {
            giveUp(real, channel);
            throw e;
        }
    }

    private static void giveUp(Path real, @Nullable FileChannel channel) throws IOException {
        HELD.remove(real);
        if (channel != null) {
            channel.close();
        }
    }

    private static Path real(Path path) throws IOException {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException e) {
            throw new JournalException(path, "is not there", "name the file of an earlier run", e);
        }
    }

    private static JournalException inUse(Path path) {
        return new JournalException(path, "is in use by another run", "wait until that has ended, or end it", null);
    }

    Path path() {
        return path;
    }

    long end() {
        return end;
    }

    /** Fills the buffer, as far as there is anything, from a position. */
    void read(ByteBuffer buffer, long position) throws IOException {
        var at = position;
        while (buffer.hasRemaining()) {
            var count = channel.read(buffer, at);
            if (count < 0) {
                return;
            }
            at += count;
        }
    }

    void append(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            end += channel.write(buffer, end);
        }
    }

    /** What was written survives whatever happens to the machine. */
    void force() throws IOException {
        channel.force(false);
    }

    /** Cuts away what stands behind a position. */
    void truncate(long position) throws IOException {
        channel.truncate(position);
        end = position;
        force();
    }

    void delete() throws IOException {
        Files.deleteIfExists(held);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(held);
        }
    }
}
