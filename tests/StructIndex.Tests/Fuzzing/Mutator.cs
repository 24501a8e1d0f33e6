using System.Text;

namespace StructIndex.Tests;

/// <summary>
/// Changes inputs at random, the same way for the same seed: bits and bytes, parts cut out, doubled, moved or repeated a thousand times,
/// words of the format put in, halves of two inputs joined, lines repeated, and one name put in the place of another, so that what refers to
/// one thing refers to itself or to many.
/// </summary>
/// <param name="seed">What all chances follow from.</param>
/// <param name="words">Words of the format.</param>
internal sealed class Mutator(int seed, IReadOnlyList<string> words)
{
    private const int MaxLength = 64 << 10;
    private const int MaxChanges = 6;
    private const int MaxRepeatBits = 12;
    private const int MaxLines = 8;

    private static readonly byte[] s_edges = [0, 1, 9, 10, 13, 32, 34, 39, 46, 47, 92, 127, 128, 192, 255];

    private readonly Random _random = new(seed);

    /// <summary>One input made of others.</summary>
    /// <param name="inputs">At least one; the first are changed most often.</param>
    public byte[] Next(IReadOnlyList<byte[]> inputs)
    {
        byte[] input = inputs[_random.Next(_random.Next(inputs.Count) + 1)];
        for (int change = _random.Next(MaxChanges); change >= 0; change--)
        {
            input = Change(input, Pick(inputs));
        }

        return input.Length <= MaxLength ? input : input[..MaxLength];
    }

    private byte[] Change(byte[] input, byte[] other)
    {
        int from = _random.Next(input.Length + 1), length = _random.Next(Math.Min(input.Length - from, 1 << _random.Next(10)) + 1);
        byte[] part = input[from..(from + length)];
        switch (_random.Next(11))
        {
            case 0 when length > 0:
                byte[] flipped = [.. input];
                flipped[from] ^= (byte)(1 << _random.Next(8));
                return flipped;
            case 1 when length > 0:
                byte[] edged = [.. input];
                edged[from] = Pick(s_edges);
                return edged;
            case 2:
                return [.. input[..from], .. input[(from + length)..]];
            case 3:
                return [.. input[..from], .. part, .. input[from..]];
            case 4:
                return [.. input[..from], .. Repeated(part, Times()), .. input[(from + length)..]];
            case 5:
                return [.. input[..from], .. Encoding.UTF8.GetBytes(Pick(words)), .. input[(from + length)..]];
            case 6:
                return [.. input[..from], .. other[_random.Next(other.Length + 1)..]];
            case 7:
                int to = _random.Next(input.Length - length + 1);
                byte[] rest = [.. input[..from], .. input[(from + length)..]];
                return [.. rest[..to], .. part, .. rest[to..]];
            case 8:
                return Lines(input);
            case 9:
                return Renamed(input);
            default:
                byte[] word = Encoding.UTF8.GetBytes(Pick(words));
                return [.. input[..from], .. Repeated(word, Times()), .. input[from..]];
        }
    }

    private byte[] Lines(byte[] input)
    {
        int start = input.AsSpan(0, _random.Next(input.Length + 1)).LastIndexOf((byte)'\n') + 1, end = start;
        for (int lines = _random.Next(MaxLines) + 1; lines > 0 && end < input.Length; lines--)
        {
            int line = input.AsSpan(end).IndexOf((byte)'\n');
            end = line < 0 ? input.Length : end + line + 1;
        }

        return [.. input[..start], .. Repeated(input[start..end], Times()), .. input[start..]];
    }

    private byte[] Renamed(byte[] input)
    {
        Range one = Word(input), other = Word(input);
        byte[] from = input[one], to = input[other];
        if (from.Length == 0 || _random.Next(2) == 0)
        {
            return [.. input[..one.Start], .. to, .. input[one.End..]];
        }

        List<byte> renamed = [];
        for (int at = 0; at < input.Length;)
        {
            int end = at;
            while (end < input.Length && IsWord(input[end]))
            {
                end++;
            }

            renamed.AddRange(input.AsSpan(at..end).SequenceEqual(from) ? to : input.AsSpan(at..end));
            if (end < input.Length)
            {
                renamed.Add(input[end]);
            }

            at = end + 1;
        }

        return [.. renamed];
    }

    // The word around a place, empty between words.
    private Range Word(byte[] input)
    {
        int start = _random.Next(input.Length + 1), end = start;
        while (start > 0 && IsWord(input[start - 1]))
        {
            start--;
        }

        while (end < input.Length && IsWord(input[end]))
        {
            end++;
        }

        return start..end;
    }

    private static bool IsWord(byte value) => char.IsAsciiLetterOrDigit((char)value) || value == '_' || value > 127;

    private static byte[] Repeated(byte[] part, int times)
    {
        byte[] repeated = new byte[part.Length * Math.Min(times, MaxLength / Math.Max(part.Length, 1))];
        for (int at = 0; at < repeated.Length; at += part.Length)
        {
            part.CopyTo(repeated, at);
        }

        return repeated;
    }

    // Seldom many, as what is long is slow to read.
    private int Times() => _random.Next(1 << _random.Next(MaxRepeatBits));

    private T Pick<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];
}
