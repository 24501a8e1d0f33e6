using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;

namespace StructIndex;

/// <summary>As many entries of a list as fit a budget, as text and as items, and where to go on.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Text">One line or more for each, and a last one where there are more.</param>
/// <param name="Next">The offset of the next page; null where this is the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string Text, int? Next)
{
    /// <summary>Fills a page.</summary>
    /// <param name="all">All entries.</param>
    /// <param name="offset">The first one wanted.</param>
    /// <param name="limit">Most entries.</param>
    /// <param name="maxTokens">Most tokens, of the text and of the items as JSON.</param>
    /// <param name="type">How an entry is written as JSON.</param>
    /// <param name="describe">The text of an entry, given its position among all.</param>
    /// <exception cref="McpException">There are no entries at the offset, or the first does not fit.</exception>
    public static Page<T> Fill(IReadOnlyList<T> all, int offset, int limit, int maxTokens, JsonTypeInfo<T> type, Func<T, int, string> describe)
    {
        if (offset > 0 && offset >= all.Count)
        {
            throw new McpException(FormattableString.Invariant($"There are only {all.Count} entries; offset {offset} is behind the last."));
        }

        StringBuilder text = new();
        List<T> items = [];
        int left = maxTokens - Limits.Envelope;
        int end = (int)Math.Min(all.Count, (long)offset + limit);
        int at = offset;
        for (; at < end; at++)
        {
            string line = describe(all[at], at);
            int cost = Math.Max(Answer.Tokens(line) + 1, Answer.Tokens(JsonSerializer.Serialize(all[at], type)) + 1);
            if (cost > left && at == offset)
            {
                throw new McpException(FormattableString.Invariant($"The next entry needs {cost + maxTokens - left} tokens; call again with maxTokens {Math.Max(cost + maxTokens - left, maxTokens) + Limits.Envelope}."));
            }

            if (cost > left)
            {
                break;
            }

            left -= cost;
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
            items.Add(all[at]);
        }

        int? next = at < all.Count ? at : null;
        if (next is { } rest)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n({all.Count - rest} more: offset {rest})");
        }

        return new Page<T>(items, text.ToString(), next);
    }
}
