using System.Globalization;
using System.Text;

namespace StructIndex;

/// <summary>
/// Tokens that stand for single bytes, <c>&lt;0x00&gt;</c> to <c>&lt;0xFF&gt;</c>: what a vocabulary without a character writes it with.
/// </summary>
internal sealed class ByteFallback
{
    private readonly int[] _ids;

    private ByteFallback(int[] ids) => _ids = ids;

    /// <summary>The byte tokens of a vocabulary; null where it lacks one.</summary>
    public static ByteFallback? Of(IReadOnlyDictionary<string, int> vocabulary)
    {
        int[] ids = [.. Enumerable.Range(0, 256).Select(b => vocabulary.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"<0x{b:X2}>"), out int id) ? id : -1)];
        return ids.Contains(-1) ? null : new ByteFallback(ids);
    }

    /// <summary>The byte that a token stands for, or -1.</summary>
    public static int ByteOf(string token) => token.Length == 6 && token.StartsWith("<0x", StringComparison.Ordinal) && token[5] == '>'
        && int.TryParse(token.AsSpan(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int b) ? b : -1;

    /// <summary>The tokens of a stretch, each of which stands for all of it.</summary>
    public int[] Encode(ReadOnlySpan<char> text)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return [.. bytes[..Encoding.UTF8.GetBytes(text, bytes)].Select(b => _ids[b])];
    }
}
