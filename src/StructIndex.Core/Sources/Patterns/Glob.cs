namespace StructIndex;

/// <summary>
/// A path pattern as people write it on a command line: <c>*</c>, <c>?</c>, <c>**</c>, <c>[a-z]</c> and <c>{a,b}</c>. One without a slash
/// matches a name in any folder, one with a slash the path from the root, and both whatever is in a folder that they match:
/// <c>*.cs</c>, <c>tests</c>, <c>src/**/*.{ts,tsx}</c>, <c>/build</c>.
/// </summary>
internal sealed class Glob
{
    /// <summary>Braces may multiply a pattern this often; people write less than ten.</summary>
    private const int MaxAlternatives = 1000;

    /// <summary>How much text is made on the way to the alternatives; people write some dozen characters.</summary>
    private const int MaxExpanded = 1 << 18;

    private readonly (string Pattern, bool NameOnly)[] _alternatives;

    private Glob((string Pattern, bool NameOnly)[] alternatives) => _alternatives = alternatives;

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="parameter">The public parameter that it came by, for exceptions.</param>
    /// <exception cref="ArgumentException">
    /// The pattern is empty, a bracket or brace in it is not closed, or its braces multiply without measure.
    /// </exception>
    public static Glob Parse(string pattern, string parameter = "pattern")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern, parameter);
        List<string> expanded = [];
        Expand(pattern, parameter, expanded);
        return new Glob([.. expanded.Select(Compile)]);

        (string, bool) Compile(string alternative)
        {
            string trimmed = alternative.StartsWith("./", StringComparison.Ordinal) ? alternative[2..] : alternative;
            trimmed = trimmed.EndsWith('/') ? trimmed[..^1] : trimmed;
            bool nameOnly = !trimmed.Contains('/') && !alternative.StartsWith("./", StringComparison.Ordinal);
            trimmed = trimmed.TrimStart('/');
            return IsWellFormed(trimmed) ? (trimmed, nameOnly) : throw new ArgumentException($"The glob '{pattern}' is malformed.", parameter);
        }
    }

    /// <summary>Whether the path, or a folder that holds it, matches.</summary>
    /// <param name="path">Path relative to the root, separated by <c>/</c>.</param>
    public bool IsMatch(ReadOnlySpan<char> path)
    {
        foreach ((string pattern, bool nameOnly) in _alternatives)
        {
            if (nameOnly ? IsAnyName(pattern, path) : !path.IsEmpty && Wildcards.IsMatch(pattern, path, orBelow: true))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAnyName(string pattern, ReadOnlySpan<char> path)
    {
        foreach (Range name in path.Split('/'))
        {
            if (!path[name].IsEmpty && Wildcards.IsMatch(pattern, path[name]))
            {
                return true;
            }
        }

        return false;
    }

    private static void Expand(string pattern, string parameter, List<string> into)
    {
        Stack<string> open = new([pattern]);
        long expanded = 0;
        while (open.TryPop(out string? next))
        {
            if (!FindBraces(next, parameter, out int start, out int end))
            {
                into.Add(next);
                continue;
            }

            foreach (string choice in Choices(next.AsSpan(start + 1, end - start - 1)))
            {
                expanded += start + choice.Length + next.Length - end - 1;
                if (into.Count + open.Count >= MaxAlternatives || expanded > MaxExpanded)
                {
                    throw new ArgumentException($"The glob '{pattern}' stands for more than {MaxAlternatives} patterns, or for too long ones.", parameter);
                }

                open.Push(string.Concat(next.AsSpan(0, start), choice, next.AsSpan(end + 1)));
            }
        }
    }

    /// <summary>Finds the first pair of braces that belong together.</summary>
    private static bool FindBraces(string pattern, string parameter, out int start, out int end)
    {
        start = -1;
        int depth = 0;
        for (end = 0; end < pattern.Length; end++)
        {
            switch (pattern[end])
            {
                case '\\':
                    end++;
                    break;
                case '{':
                    start = depth++ == 0 ? end : start;
                    break;
                case '}' when depth > 0 && --depth == 0:
                    return true;
            }
        }

        return start < 0 ? false : throw new ArgumentException($"The glob '{pattern}' has a brace that is not closed.", parameter);
    }

    /// <summary>
    /// What stands between the commas of a pair of braces, those of inner braces apart; last first, as they go onto a stack.
    /// </summary>
    private static List<string> Choices(ReadOnlySpan<char> inside)
    {
        List<string> choices = [];
        int depth = 0, from = 0;
        for (int i = 0; i <= inside.Length; i++)
        {
            if (i == inside.Length || (inside[i] == ',' && depth == 0))
            {
                choices.Add(inside[from..i].ToString());
                from = i + 1;
                continue;
            }

            i += inside[i] == '\\' && i + 1 < inside.Length ? 1 : 0;
            depth += inside[i] switch { '{' => 1, '}' => -1, _ => 0 };
        }

        choices.Reverse();
        return choices;
    }

    private static bool IsWellFormed(ReadOnlySpan<char> pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                if (++i == pattern.Length)
                {
                    return false;
                }
            }
            else if (pattern[i] == '[')
            {
                if (CharacterClass.Match(pattern, ref i, 'x') is null)
                {
                    return false;
                }

                i--;
            }
        }

        return !pattern.IsEmpty;
    }
}
