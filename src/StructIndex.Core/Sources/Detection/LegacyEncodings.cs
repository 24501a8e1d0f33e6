using System.Text;

namespace StructIndex;

/// <summary>
/// Tells by the bytes alone which of the encodings before UTF-8 a text is in. Each is read as it would be decoded, and rated by how many of
/// the signs are common ones of its languages: hiragana, the syllables of Hangul, the first level of ideographs, small letters.
/// </summary>
internal static class LegacyEncodings
{
    /// <summary>A text rated lower is in none of them that is known here.</summary>
    private const double MinScore = 0.35;

    private static readonly (string Name, Func<byte, byte, double> Pair, Func<byte, double> Single)[] s_double =
    [
        ("shift_jis", ShiftJis, static b => b is >= 0xA1 and <= 0xDF ? 0.15 : -1),
        ("gb18030", Gbk, static _ => -1),
        ("big5", Big5, static _ => -1),
        ("euc-kr", EucKr, static _ => -1),
        ("euc-jp", EucJp, static _ => -1),
    ];

    /// <summary>An encoding by its name as sources write it; null for one that is not known.</summary>
    public static Encoding? Named(string name)
    {
        string plain = name.Trim().ToLowerInvariant().Replace('_', '-');
        plain = plain switch
        {
            "latin-1" or "latin1" or "l1" => "iso-8859-1",
            "sjis" or "ms-kanji" or "cp932" => "shift_jis",
            "shift-jis" => "shift_jis",
            "euckr" or "uhc" or "cp949" => "euc-kr",
            "eucjp" or "ujis" => "euc-jp",
            "gbk" or "gb2312" or "cp936" => "gb18030",
            "utf8" or "utf-8-sig" or "utf-8-unix" => "utf-8",
            _ when plain.StartsWith("cp", StringComparison.Ordinal) => "windows-" + plain[2..],
            _ => plain,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Not known, or no longer decoded, as UTF-7 is.
            return null;
        }
    }

    /// <summary>The encoding that fits best, with its name; null where none does.</summary>
    public static (Encoding Encoding, string Name)? Detect(ReadOnlySpan<byte> bytes)
    {
        (string? name, double best) = (null, MinScore);
        foreach ((string candidate, Func<byte, byte, double> pair, Func<byte, double> single) in s_double)
        {
            double score = DoubleByte(bytes, pair, single);
            (name, best) = score > best ? (candidate, score) : (name, best);
        }

        (double western, double cyrillic, double koi8) = SingleByte(bytes);
        foreach ((string candidate, double score) in (ReadOnlySpan<(string, double)>)[("windows-1252", western), ("windows-1251", cyrillic), ("koi8-r", koi8)])
        {
            (name, best) = score > best ? (candidate, score) : (name, best);
        }

        return name is not null && Named(name) is { } encoding ? (encoding, name) : null;
    }

    /// <summary>Mean rating of the signs outside ASCII; 0 where the bytes cannot be in the encoding.</summary>
    private static double DoubleByte(ReadOnlySpan<byte> bytes, Func<byte, byte, double> pair, Func<byte, double> single)
    {
        double sum = 0;
        int signs = 0;
        for (int at = 0; at < bytes.Length; at++)
        {
            byte lead = bytes[at];
            if (lead < 0x80)
            {
                continue;
            }

            double score = single(lead);
            if (score < 0)
            {
                score = at + 1 < bytes.Length ? pair(lead, bytes[at + 1]) : -1;
                at++;
            }

            if (score < 0)
            {
                return 0;
            }

            sum += score;
            signs++;
        }

        return signs == 0 ? 0 : sum / signs;
    }

    /// <summary>The same for letters of one byte. Western letters stand alone in words of ASCII, Cyrillic ones make whole words.</summary>
    private static (double Western, double Cyrillic, double Koi8) SingleByte(ReadOnlySpan<byte> bytes)
    {
        double western = 0, cyrillic = 0, koi8 = 0;
        int signs = 0, runs = 0;
        for (int at = 0; at < bytes.Length; at++)
        {
            byte b = bytes[at];
            if (b < 0x80)
            {
                continue;
            }

            signs++;
            runs += at == 0 || bytes[at - 1] < 0x80 ? 1 : 0;
            western += b is >= 0xC0 and not (0xD7 or 0xF7) ? 0.8 : b is 0xA9 or 0xAE or 0xB0 or 0xB5 or 0xA3 or 0xA7 or 0x80 or (>= 0x91 and <= 0x97) ? 0.7 : b is 0xAB or 0xBB or 0xA0 or 0xB7 ? 0.6 : 0.1;
            cyrillic += b >= 0xE0 ? 1 : b >= 0xC0 ? 0.4 : b is 0xA8 or 0xB8 ? 0.8 : 0.05;
            koi8 += b is >= 0xC0 and < 0xE0 ? 1 : b >= 0xE0 ? 0.4 : b is 0xA3 or 0xB3 ? 0.8 : 0.05;
        }

        if (signs == 0)
        {
            return default;
        }

        double length = (double)signs / runs;
        double alone = length <= 1.6 ? 1 : length <= 2.5 ? 0.6 : 0.2, words = length >= 3 ? 1 : length >= 2 ? 0.6 : 0.2;
        return (western / signs * alone, cyrillic / signs * words, koi8 / signs * words);
    }

    private static double ShiftJis(byte lead, byte trail) => trail is < 0x40 or 0x7F or > 0xFC ? -1 : lead switch
    {
        0x81 => 0.7,
        0x82 => trail >= 0x9F ? 1 : 0.5,
        0x83 => trail <= 0x96 ? 1 : 0.3,
        >= 0x88 and <= 0x97 => 0.85,
        >= 0x84 and <= 0x9F or >= 0xE0 and <= 0xEA => 0.2,
        > 0xEA and <= 0xFC => 0.05,
        _ => -1,
    };

    private static double Gbk(byte lead, byte trail) => lead is 0x80 or 0xFF || trail is < 0x40 or 0x7F or 0xFF ? -1 : trail < 0xA1 ? 0.1 : lead switch
    {
        >= 0xB0 and <= 0xD7 => 0.9,
        >= 0xA1 and <= 0xA3 => 0.7,
        >= 0xD8 and <= 0xF7 => 0.3,
        _ => 0.1,
    };

    private static double Big5(byte lead, byte trail) => trail is < 0x40 or (> 0x7E and < 0xA1) or 0xFF ? -1 : lead switch
    {
        >= 0xA4 and <= 0xC6 => trail < 0x80 ? 0.6 : 0.85,
        >= 0xA1 and <= 0xA3 => 0.7,
        >= 0xC9 and <= 0xF9 => 0.2,
        _ => -1,
    };

    private static double EucKr(byte lead, byte trail) => trail is < 0x41 or 0xFF ? -1 : trail < 0xA1 ? (lead is >= 0x81 and <= 0xC6 ? 0.2 : -1) : lead switch
    {
        >= 0xB0 and <= 0xC8 => 1,
        >= 0xA1 and <= 0xA3 => 0.7,
        >= 0xA4 and <= 0xFD => 0.1,
        _ => -1,
    };

    private static double EucJp(byte lead, byte trail) => trail is < 0xA1 or 0xFF ? -1 : lead switch
    {
        0xA4 or 0xA5 => 1,
        >= 0xA1 and <= 0xA3 => 0.7,
        >= 0xB0 and <= 0xCF => 0.8,
        >= 0xD0 and <= 0xF4 => 0.3,
        0x8E => 0.15,
        _ => -1,
    };
}
