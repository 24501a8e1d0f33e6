using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>Pasted code as people have it: the same statements under other names.</summary>
internal static partial class RenamedCode
{
    private static readonly HashSet<string> s_keywords =
    [
        .. """
        abstract actor alias and any as assert async await auto base begin bool boolean break byte call case catch char checked class cond const constexpr continue data
        def default defer defmodule defp deinit delegate delete deriving die do done double dynamic each echo elif else elseif elsif end enum errdefer error esac eval event
        except export extends extension extern false fi final finally fixed float fn for foreach forall func fun function get global goto guard if impl implements implicit
        import in include infix init inline instanceof int interface internal is it lambda lateinit lazy let local lock long loop macro match mod module mut mutable
        namespace native new nil nonlocal not null nullptr object of open operator or out override package params pass private protected protocol proto pub public
        quote raise range readonly rec record ref register repeat require rescue return sealed select self sealed set short signed sizeof some static str string struct
        sub super suspend switch sync template test then this throw throws trait true try type typedef typename typeof undefined union unless unsigned until use
        using val value var virtual void volatile when where while with yield usize size_t uint len print println printf append map filter none None True False
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly string[] s_names = ["item", "tmp", "result", "current", "entry", "x", "y", "obj", "input", "count", "node", "buf", "flag", "idx", "thing", "other", "left", "acc", "source", "opts"];

    /// <summary>Names of locals and parameters are changed, each everywhere to the same other name; what is called, of a type, or a member keeps its name.</summary>
    /// <param name="code">The code.</param>
    /// <param name="own">The name of the function, which is changed in one case of two.</param>
    /// <param name="random">Which names, and to what.</param>
    public static string Of(string code, string own, Random random)
    {
        Dictionary<string, string> renamed = new(StringComparer.Ordinal);
        string[] pool = [.. s_names];
        random.Shuffle(pool);
        HashSet<string> kept = new(StringComparer.Ordinal);
        foreach (Match match in Token().Matches(code).Where(match => !IsLiteral(match)))
        {
            string name = match.Value;
            bool isLocal = char.IsLower(name[0]) && !s_keywords.Contains(name) && !IsMember(code, match.Index) && !IsCalled(code, match.Index + match.Length);
            if (!isLocal && name != own)
            {
                kept.Add(name);
            }
            else if (isLocal && !renamed.ContainsKey(name))
            {
                int number = renamed.Count / pool.Length;
                renamed.Add(name, random.NextDouble() < .8 ? pool[renamed.Count % pool.Length] + (number == 0 ? "" : $"{number}") : name);
            }
        }

        if (random.Next(2) == 0)
        {
            renamed[own] = own.Contains('_') || char.IsLower(own[0]) ? "handle" : "Handle";
        }

        return Token().Replace(code, match => IsLiteral(match) || kept.Contains(match.Value) || IsMember(code, match.Index) ? match.Value : renamed.GetValueOrDefault(match.Value, match.Value));
    }

    private static bool IsLiteral(Match match) => !char.IsAsciiLetter(match.Value[0]) && match.Value[0] != '_';

    private static bool IsMember(string code, int at) => at > 0 && (code[at - 1] is '.' or '@' or '#' or '\\' or '\'' or '"' || (at > 1 && code[(at - 2)..at] is "->" or "::"));

    private static bool IsCalled(string code, int end) => end < code.Length && code[end] is '(' or '!' or '{' or '<' or ':' or '.' or '"';

    // What stands in quotes and what begins with a digit is taken whole, so that it is passed over.
    [GeneratedRegex(@"""[^""\n]*""|'[^'\n]*'|[0-9][A-Za-z0-9_.]*|[A-Za-z_][A-Za-z0-9_]*", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
