package smarttravel.stack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.proposals.Proposal;
import smarttravel.ingest.proposals.Proposals;

/** {@code travel providers propose}: drafts a provider's file from one page. */
@Command(
        name = "propose",
        description = "Draft a provider's file from one of its pages: the file on stdout, its first offers on stderr.",
        mixinStandardHelpOptions = true)
final class ProposeCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    @Mixin
    private PageSource source = new PageSource();

    @Override
    public Integer call() throws IOException {
        Proposal proposal = Proposals.of(source.page());
        if (proposal.isEmpty()) {
            throw new CommandFailedException("Nothing to propose: " + proposal.why());
        }
        System.out.print(proposal.yaml());
        List<ExtractedOffer> offers = proposal.offers();
        Terminal.say(proposal.why());
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        ExtractionTable.print(new Extraction(offers.subList(0, Math.min(SHOWN, offers.size())), List.of()), err);
        if (offers.size() > SHOWN) {
            Terminal.say("… and " + (offers.size() - SHOWN) + " more");
        }
        return 0;
    }
}
