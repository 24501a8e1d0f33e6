using Microsoft.Extensions.Options;
using ModelContextProtocol;

namespace StructIndex;

/// <summary>Lets calls through to the index when it can answer; until then they wait a little and say how far the work has come.</summary>
internal sealed class IndexGate(ICodeIndexAccessor accessor, IOptions<StructIndexMcpOptions> options)
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>How much of the index is there.</summary>
    public CodeIndexState State => accessor.State;

    /// <summary>The current index, whatever its state; null where there is none.</summary>
    public CodeIndex? Current => accessor.Current;

    /// <summary>The current index.</summary>
    /// <param name="withEdges">Whether the edges must be there.</param>
    /// <param name="progress">Told how far the work has come while the call waits.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="McpException">There is no such index yet, or none can be built: the message is for the model.</exception>
    public async Task<CodeIndex> GetAsync(bool withEdges, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        Task<CodeIndex> index = accessor.WaitAsync(withEdges, cancellationToken);
        TimeSpan left = options.Value.WaitForIndex;
        CodeIndexState? reported = null;
        for (int report = 1; !index.IsCompleted && left > TimeSpan.Zero; left -= s_lookEvery)
        {
            if (reported != State)
            {
                reported = State;
                progress.Report(Progress(report++));
            }

            await Task.WhenAny(index, Task.Delay(s_lookEvery < left ? s_lookEvery : left, cancellationToken)).ConfigureAwait(false);
        }

        if (!index.IsCompleted)
        {
            string meanwhile = withEdges && Current is not null ? "search, context, show, outline and map answer already." : "Call again in some seconds.";
            throw new McpException($"The index is {State}. {meanwhile}");
        }

        try
        {
            return await index.ConfigureAwait(false);
        }
        catch (StructIndexException failure)
        {
            throw new McpException($"There is no index: {failure.Message}", failure);
        }
    }

    // The protocol asks for a number that grows, and the stages of a build count anew each time.
    private ProgressNotificationValue Progress(int report) => new() { Progress = report, Message = $"The index is {State}." };
}
