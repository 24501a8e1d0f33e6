using System.Text;

namespace StructIndex;

/// <summary>The strings of a saved index: each is kept once, and everything else refers to it by number.</summary>
internal sealed class SnapshotStrings
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _strings = [];

    /// <summary>The number of a string, in the order of first use.</summary>
    public int Add(string text)
    {
        if (!_numbers.TryGetValue(text, out int number))
        {
            number = _strings.Count;
            _numbers.Add(text, number);
            _strings.Add(text);
        }

        return number;
    }

    /// <summary>Writes the lengths and the text as UTF-8.</summary>
    public async ValueTask WriteAsync(SnapshotWriter writer)
    {
        int[] lengths = new int[_strings.Count];
        long total = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            total += lengths[i] = Encoding.UTF8.GetByteCount(_strings[i]);
        }

        await writer.WritePackedAsync(SnapshotSection.StringLengths, lengths.Length, i => (uint)lengths[i]).ConfigureAwait(false);
        await writer.BeginAsync(SnapshotSection.StringText, total).ConfigureAwait(false);
        byte[] buffer = new byte[1 << 12];
        for (int i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] > buffer.Length)
            {
                buffer = new byte[lengths[i] * 2L > Array.MaxLength ? lengths[i] : lengths[i] * 2];
            }

            Encoding.UTF8.GetBytes(_strings[i], buffer);
            await writer.AppendAsync<byte>(buffer.AsMemory(0, lengths[i])).ConfigureAwait(false);
        }

        await writer.EndAsync().ConfigureAwait(false);
    }

    /// <summary>Reads what <see cref="WriteAsync"/> wrote; the strings are made meanwhile on another thread.</summary>
    public static async ValueTask<Task<string[]>> ReadAsync(SnapshotReader reader)
    {
        int[] lengths = await reader.ReadPackedAsync(SnapshotSection.StringLengths).ConfigureAwait(false);
        byte[] text = await reader.ReadAsync<byte>(SnapshotSection.StringText).ConfigureAwait(false);
        return Task.Run(() => Make(reader, lengths, text));
    }

    private static string[] Make(SnapshotReader reader, int[] lengths, byte[] text)
    {
        string[] strings = new string[lengths.Length];
        int at = 0;
        for (int i = 0; i < strings.Length; i++)
        {
            reader.Check(lengths[i] >= 0 && lengths[i] <= text.Length - at, SnapshotSection.StringLengths);
            strings[i] = Text(reader, text.AsSpan(at, lengths[i]));
            at += lengths[i];
        }

        reader.Check(at == text.Length, SnapshotSection.StringText);
        return strings;
    }

    private static string Text(SnapshotReader reader, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw reader.Fail("text as UTF-8", "other bytes");
        }
    }
}
