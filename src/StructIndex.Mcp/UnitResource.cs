using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace StructIndex;

/// <summary>Units as resources: <c>structindex://unit/</c> and the escaped id.</summary>
[McpServerResourceType]
internal sealed class UnitResource(IndexGate gate)
{
    [McpServerResource(UriTemplate = "structindex://unit/{id}", Name = "unit", Title = "A function, type or member", MimeType = "text/plain")]
    [Description("The code of one unit by the id that search and the other tools return, percent-encoded. Whole, whatever its length.")]
    public async Task<string> ReadAsync(IProgress<ProgressNotificationValue> progress, string id, CancellationToken cancellationToken)
    {
        CodeIndex index = await gate.GetAsync(withEdges: false, progress, cancellationToken).ConfigureAwait(false);
        CodeUnit? unit = index.Find(id).FirstOrDefault(unit => unit.Id == id);
        return unit?.Body ?? throw new McpException($"There is no unit with the id {Answer.Short(id)}.");
    }
}
