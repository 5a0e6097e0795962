package smarttravel.stack.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.stack.Stack;
import smarttravel.stack.StackConfig;
import smarttravel.stack.StackException;

/** A stack that runs until the command ends or a person presses Ctrl-C; either way it is stopped in order. */
final class RunningStack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningStack.class);

    private final Stack stack;
    private final StackConfig config;
    private final boolean temporary;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final List<AutoCloseable> beside = new CopyOnWriteArrayList<>();

    private RunningStack(Stack stack, StackConfig config, boolean temporary) {
        this.stack = stack;
        this.config = config;
        this.temporary = temporary;
    }

    static RunningStack start(StackOptions options) throws IOException {
        StackConfig config = options.config();
        Stack stack;
        try {
            stack = Stack.start(config, System.getenv(), Clock.systemUTC(), Terminal::say);
        } catch (StackException e) {
            if (options.isTemporary()) {
                Folders.deleteAll(config.folder());
            }
            throw e;
        }
        RunningStack running = new RunningStack(stack, config, options.isTemporary());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        return running;
    }

    /** Closes something after the stack, also on Ctrl-C. */
    <T extends AutoCloseable> T alongside(T part) {
        beside.add(part);
        return part;
    }

    Stack stack() {
        return stack;
    }

    /** Returns when the stack was stopped. */
    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            awaitQuietly();
            return;
        }
        Terminal.say("Stopping");
        try {
            stack.close();
            closeBeside();
            if (temporary) {
                Folders.deleteAll(config.folder());
            }
        } catch (IOException e) {
            LOG.warn("The temporary folder {} was not removed", config.folder(), e);
        } finally {
            stopped.countDown();
        }
    }

    private void closeBeside() {
        for (AutoCloseable part : beside) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close", part, e);
            }
        }
    }

    private void awaitQuietly() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
