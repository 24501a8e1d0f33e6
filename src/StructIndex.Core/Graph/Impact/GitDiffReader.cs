using System.Globalization;
using System.Text;

namespace StructIndex;

/// <summary>Reads what <c>git diff --unified=0</c> writes, with the prefixes <c>a/</c> and <c>b/</c>.</summary>
internal sealed class GitDiffReader
{
    /// <summary>All lines of a file, however many it has.</summary>
    public static readonly LineRange WholeFile = new(1, int.MaxValue);

    private const string Nowhere = "/dev/null";
    private readonly List<LineRange> _lines = [];
    private string _before = Nowhere;
    private string _path = Nowhere;

    /// <summary>The files that are there now, with the lines that changed.</summary>
    public List<ChangedFile> Files { get; } = [];

    /// <summary>The files that are gone.</summary>
    public List<string> Deleted { get; } = [];

    public void Read(string diff)
    {
        string[] lines = diff.Split('\n');
        for (int at = 0; at < lines.Length; at++)
        {
            string line = lines[at];
            if (line.StartsWith("--- ", StringComparison.Ordinal))
            {
                _before = PathOf(line[4..]);
            }
            else if (line.StartsWith("+++ ", StringComparison.Ordinal))
            {
                Enter(PathOf(line[4..]));
            }
            else if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                at += ReadHunk(lines, at);
            }
            else if (line.StartsWith("Binary files ", StringComparison.Ordinal) && line.EndsWith(" differ", StringComparison.Ordinal))
            {
                string[] ends = line["Binary files ".Length..^" differ".Length].Split(" and ");
                _before = PathOf(ends[0]);
                Enter(PathOf(ends[^1]));
                _lines.Add(WholeFile);
            }
        }

        Leave();
    }

    private void Enter(string path)
    {
        Leave();
        _path = path;
        if (path == Nowhere)
        {
            Deleted.Add(_before);
        }
    }

    private void Leave()
    {
        if (_path != Nowhere && _lines.Count > 0)
        {
            Files.Add(new ChangedFile(_path, [.. _lines]));
        }

        _lines.Clear();
        _path = Nowhere;
    }

    /// <summary>Reads a hunk; blank lines change nothing.</summary>
    /// <returns>Number of lines it has behind its head.</returns>
    private int ReadHunk(string[] lines, int head)
    {
        string[] places = lines[head].Split(' ');
        (_, int removed) = Place(places[1]);
        (int start, int added) = Place(places[2]);
        bool removesText = false, addsText = false;
        int at = head + 1, line = start;
        for (int left = removed + added; left > 0 && at < lines.Length; at++)
        {
            bool isAdded = lines[at].StartsWith('+');
            bool hasText = lines[at].AsSpan(Math.Min(1, lines[at].Length)).Trim().Length > 0;
            left -= isAdded || lines[at].StartsWith('-') ? 1 : 0;
            removesText |= hasText && lines[at].StartsWith('-');
            if (isAdded && hasText)
            {
                addsText = true;
                AddLine(line);
            }

            line += isAdded ? 1 : 0;
        }

        if (removesText && !addsText)
        {
            _lines.Add(added == 0 ? new LineRange(start + 1, start) : new LineRange(start, start + added - 1));
        }

        return at - head - 1;
    }

    private void AddLine(int line)
    {
        if (_lines.Count > 0 && _lines[^1].End == line - 1 && _lines[^1].Count > 0)
        {
            _lines[^1] = _lines[^1] with { End = line };
        }
        else
        {
            _lines.Add(new LineRange(line, line));
        }
    }

    /// <summary>Start and number of lines of <c>-3,2</c> or <c>+7</c>.</summary>
    private static (int Start, int Count) Place(string written)
    {
        string[] parts = written[1..].Split(',');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
    }

    /// <summary>The path without prefix; git quotes one with a quote, backslash or control character as C does, bytes in octal.</summary>
    private static string PathOf(string written)
    {
        string path = written.TrimEnd('\t', '\r');
        if (path.StartsWith('"') && path.EndsWith('"') && path.Length > 1)
        {
            path = Unquote(path[1..^1]);
        }

        return path == Nowhere ? path : path[Math.Min(2, path.Length)..];
    }

    private static string Unquote(string quoted)
    {
        byte[] written = Encoding.UTF8.GetBytes(quoted);
        List<byte> bytes = [];
        for (int at = 0; at < written.Length; at++)
        {
            if (written[at] != '\\' || at + 1 == written.Length)
            {
                bytes.Add(written[at]);
            }
            else if (written[++at] is >= (byte)'0' and <= (byte)'7' && at + 2 < written.Length)
            {
                bytes.Add((byte)(((written[at] - '0') << 6) | ((written[at + 1] - '0') << 3) | (written[at + 2] - '0')));
                at += 2;
            }
            else
            {
                bytes.Add((byte)((char)written[at] switch { 'a' => '\a', 'b' => '\b', 't' => '\t', 'n' => '\n', 'v' => '\v', 'f' => '\f', 'r' => '\r', char other => other }));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
