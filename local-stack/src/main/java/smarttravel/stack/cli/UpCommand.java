package smarttravel.stack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import smarttravel.stack.Stack;

/** {@code travel up}: the stack without demo data, until Ctrl-C. */
@Command(
        name = "up",
        description = "Start the whole stack and keep it running until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Mixin
    private StackOptions options = new StackOptions();

    @Mixin
    private CrawlOptions crawls = new CrawlOptions();

    @Override
    public Integer call() throws Exception {
        crawls.check();
        try (RunningStack running = RunningStack.start(options)) {
            Stack stack = running.stack();
            crawls.crawl(stack);
            Terminal.say("Ready.");
            System.out.println("url " + stack.url());
            System.out.println("docs " + stack.url() + "/docs");
            System.out.println("key " + stack.key());
            running.awaitStop();
        }
        return 0;
    }
}
