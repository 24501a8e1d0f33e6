using System.Globalization;
using System.Text;

namespace StructIndex;

/// <summary>
/// The normalization forms of Unicode (Unicode Standard Annex 15), with offsets kept. Applications in invariant-globalization mode get
/// texts back unchanged from <see cref="string.Normalize()"/>, and a tokenizer must not depend on that.
/// </summary>
internal static class UnicodeForms
{
    private const int SBase = 0xAC00, LBase = 0x1100, VBase = 0x1161, TBase = 0x11A7, LCount = 19, VCount = 21, TCount = 28;
    private static readonly Dictionary<int, int[]> s_canonical = [];
    private static readonly Dictionary<int, int[]> s_compatible = [];
    private static readonly Dictionary<int, int> s_classes = [];
    private static readonly Dictionary<(int First, int Second), int> s_pairs = [];

    static UnicodeForms() => Read();

    /// <summary>Normalizes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="compatible">Whether characters that only look alike are taken for each other too (NFKC and NFKD).</param>
    /// <param name="compose">Whether marks are joined with what they stand on (NFC and NFKC).</param>
    public static AlignedText Normalize(AlignedText text, bool compatible, bool compose)
    {
        // ASCII is in every form already.
        if (Ascii.IsValid(text.Text))
        {
            return text;
        }

        List<Mark> marks = Decompose(text.Text, compatible);
        Order(marks);
        if (compose)
        {
            Compose(marks);
        }

        AlignedBuilder builder = new(text);
        Span<char> units = stackalloc char[2];
        foreach (Mark mark in marks)
        {
            builder.Append(units[..new Rune(mark.Code).EncodeToUtf16(units)], mark.Start, mark.Length);
        }

        return builder.Build();
    }

    private static List<Mark> Decompose(string text, bool compatible)
    {
        List<Mark> marks = new(text.Length);
        for (int i = 0; i < text.Length;)
        {
            Rune rune = Characters.At(text, i, out int length);
            Decompose(rune.Value, compatible, i, length, marks);
            i += length;
        }

        return marks;
    }

    private static void Decompose(int code, bool compatible, int start, int length, List<Mark> marks)
    {
        if (code - SBase is >= 0 and < LCount * VCount * TCount)
        {
            int at = code - SBase;
            marks.Add(new Mark(LBase + (at / (VCount * TCount)), 0, start, length));
            marks.Add(new Mark(VBase + (at / TCount % VCount), 0, start, length));
            if (at % TCount > 0)
            {
                marks.Add(new Mark(TBase + (at % TCount), 0, start, length));
            }
        }
        else if (s_canonical.TryGetValue(code, out int[]? parts) || (compatible && s_compatible.TryGetValue(code, out parts)))
        {
            foreach (int part in parts)
            {
                Decompose(part, compatible, start, length, marks);
            }
        }
        else
        {
            marks.Add(new Mark(code, s_classes.GetValueOrDefault(code), start, length));
        }
    }

    // Marks of one character go by their class; equals keep their order.
    private static void Order(List<Mark> marks)
    {
        for (int i = 0; i < marks.Count; i++)
        {
            int end = i;
            while (end < marks.Count && marks[end].Class > 0)
            {
                end++;
            }

            if (end - i > 1)
            {
                Mark[] ordered = [.. marks[i..end].OrderBy(mark => mark.Class)];
                for (int j = i; j < end; j++)
                {
                    marks[j] = ordered[j - i];
                }
            }

            i = Math.Max(i, end);
        }
    }

    private static void Compose(List<Mark> marks)
    {
        int written = 0, starter = -1;
        for (int i = 0; i < marks.Count; i++)
        {
            Mark mark = marks[i];
            bool blocked = starter >= 0 && written - 1 > starter && (marks[written - 1].Class == 0 || marks[written - 1].Class >= mark.Class);
            if (starter >= 0 && !blocked && Pair(marks[starter].Code, mark.Code) is { } composed)
            {
                Mark first = marks[starter];
                marks[starter] = new Mark(composed, 0, first.Start, Math.Max(first.Start + first.Length, mark.Start + mark.Length) - first.Start);
                continue;
            }

            if (mark.Class == 0)
            {
                starter = written;
            }

            marks[written++] = mark;
        }

        marks.RemoveRange(written, marks.Count - written);
    }

    private static int? Pair(int first, int second)
    {
        if (first - LBase is >= 0 and < LCount && second - VBase is >= 0 and < VCount)
        {
            return SBase + ((((first - LBase) * VCount) + (second - VBase)) * TCount);
        }

        if (first - SBase is >= 0 and < LCount * VCount * TCount && (first - SBase) % TCount == 0 && second - TBase is > 0 and < TCount)
        {
            return first + (second - TBase);
        }

        return s_pairs.TryGetValue((first, second), out int composed) ? composed : null;
    }

    private static void Read()
    {
        using StreamReader reader = new(typeof(UnicodeForms).Assembly.GetManifestResourceStream("unicode.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            string[] fields = line.Split(' ');
            int code = Hex(fields[0]);
            if (fields[1] == "=")
            {
                s_classes.Add(code, int.Parse(fields[2], CultureInfo.InvariantCulture));
                continue;
            }

            int[] parts = Array.ConvertAll(fields[2..], Hex);
            (fields[1] == "~" ? s_compatible : s_canonical).Add(code, parts);
            if (fields[1] == "+")
            {
                s_pairs.Add((parts[0], parts[1]), code);
            }
        }
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>A character of the result, its combining class, and the stretch it comes from.</summary>
    private readonly record struct Mark(int Code, int Class, int Start, int Length);
}
