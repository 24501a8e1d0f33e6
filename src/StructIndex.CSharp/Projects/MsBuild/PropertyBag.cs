using System.Text;

namespace StructIndex;

/// <summary>
/// Properties of a project and the expansion of <c>$(...)</c>, with the few property functions that decide what is compiled.
/// </summary>
/// <param name="access">What may be looked at.</param>
/// <param name="work">What expansions are taken from.</param>
internal sealed class PropertyBag(ProjectAccess access, WorkBudget work)
{
    /// <summary>Longest text that an expansion may give, in characters.</summary>
    private const int MaxLength = 1 << 20;

    /// <summary>Functions nested in the arguments of one another.</summary>
    private const int MaxDepth = 16;

    private const int CostOfFile = 100;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _fixed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an expansion has come upon a property without a value since this was last set to false.</summary>
    public bool MissedAny { get; set; }

    /// <summary>The value of a property; empty when it has none.</summary>
    public string this[string name]
    {
        get => _values.GetValueOrDefault(name, "");
        set
        {
            if (!_fixed.Contains(name))
            {
                _values[name] = value;
            }
        }
    }

    /// <summary>Sets a property that the project cannot change, as one given on a command line.</summary>
    public void Fix(string name, string value)
    {
        _values[name] = value;
        _fixed.Add(name);
    }

    /// <summary>Sets a property that follows the file being read, whatever was fixed.</summary>
    public void Force(string name, string value) => _values[name] = value;

    /// <summary>Whether there is a file or folder; null when it may not be looked at.</summary>
    /// <param name="path">The path, relative to the folder of the file that is read or absolute.</param>
    public bool? Exists(string path)
    {
        work.Spend(CostOfFile);
        string absolute = ProjectFolders.Absolute(this["MSBuildThisFileDirectory"], path);
        return access.Allows(absolute, this["MSBuildThisFileFullPath"]) ? File.Exists(absolute) || Directory.Exists(absolute) : null;
    }

    /// <summary>Replaces each <c>$(...)</c>; null when one uses a function that is not known.</summary>
    /// <exception cref="ProjectLimitException">The result is too long, functions are nested too deep, or the work is spent.</exception>
    public string? Expand(string text) => Expand(text, 0);

    private string? Expand(string text, int depth)
    {
        work.Spend(text.Length);
        if (depth > MaxDepth)
        {
            throw new ProjectLimitException($"Its property functions are nested more than {MaxDepth} deep.");
        }

        if (!text.Contains("$(", StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder result = new(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            int start = text.IndexOf("$(", at, StringComparison.Ordinal);
            int end = start < 0 ? -1 : Close(text, start + 1);
            if (end < 0)
            {
                break;
            }

            if (Value(text[(start + 2)..end].Trim(), depth) is not { } value)
            {
                return null;
            }

            work.Spend(value.Length);
            if (result.Length + value.Length > MaxLength)
            {
                throw new ProjectLimitException(FormattableString.Invariant($"One of its values is longer than {MaxLength:N0} characters."));
            }

            result.Append(text, at, start - at).Append(value);
            at = end + 1;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private string? Value(string expression, int depth)
    {
        if (expression.AsSpan().IndexOfAnyExcept(s_nameCharacters) < 0)
        {
            MissedAny |= !_values.ContainsKey(expression);
            return this[expression];
        }

        int open = expression.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !expression.EndsWith(')'))
        {
            return null;
        }

        string function = expression[..open];
        string?[] arguments = [.. SplitArguments(expression[(open + 1)..^1]).Select(argument => Expand(argument.Trim().Trim('\'', '"', '`'), depth + 1))];
        if (arguments.Contains(null))
        {
            return null;
        }

        string First() => arguments.ElementAtOrDefault(0) ?? "";
        string Second() => arguments.ElementAtOrDefault(1) ?? "";
        return function.Trim().ToLowerInvariant() switch
        {
            "[msbuild]::istargetframeworkcompatible" => Text(TargetFrameworkName.IsCompatible(First(), Second())),
            "[msbuild]::gettargetframeworkidentifier" => TargetFrameworkName.Identifier(First()),
            "[msbuild]::getdirectorynameoffileabove" => FolderAbove(First(), Second()) ?? "",
            "[msbuild]::getpathoffileabove" => PathAbove(First(), Second().Length == 0 ? this["MSBuildThisFileDirectory"] : Second()),
            "[msbuild]::isosplatform" => Text(OperatingSystem.IsOSPlatform(First())),
            "[msbuild]::ensuretrailingslash" => First().EndsWith('/') ? First() : First() + "/",
            "[msbuild]::normalizepath" or "[system.io.path]::combine" or "[system.io.path]::getfullpath"
                => ProjectFolders.Absolute(this["MSBuildThisFileDirectory"], Path.Combine([.. arguments.Select(a => a!.Replace('\\', '/'))])),
            "[system.string]::isnullorempty" or "[system.string]::isnullorwhitespace" => Text(string.IsNullOrWhiteSpace(First())),
            string method when method.LastIndexOf('.') is > 0 and var dot && Value(expression[..dot], depth + 1) is { } on => StringMethod(on, method[(dot + 1)..], First()),
            _ => null,
        };
    }

    private string? StringMethod(string on, string method, string argument) => method switch
    {
        "startswith" => Text(on.StartsWith(argument, StringComparison.Ordinal)),
        "endswith" => Text(on.EndsWith(argument, StringComparison.Ordinal)),
        "contains" when Searches(on, argument) => Text(on.Contains(argument, StringComparison.Ordinal)),
        "equals" => Text(string.Equals(on, argument, StringComparison.Ordinal)),
        "tolower" or "tolowerinvariant" => on.ToLowerInvariant(),
        "trim" => on.Trim(),
        _ => null,
    };

    private string PathAbove(string file, string from)
        => FolderAbove(from, file) is { } folder ? folder.TrimEnd('/') + "/" + file : "";

    private string? FolderAbove(string from, string file)
    {
        work.Spend(CostOfFile * ProjectFolders.MaxLevelsUp);
        return access.FolderAbove(ProjectFolders.Absolute(this["MSBuildThisFileDirectory"], from), file);
    }

    /// <summary>To search a long text for a long one may cost as much as the product of the two.</summary>
    private bool Searches(string text, string sought)
    {
        work.Spend((long)text.Length * sought.Length / 32);
        return true;
    }

    private static string Text(bool value) => value ? "true" : "false";

    private static IEnumerable<string> SplitArguments(string text)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static int Close(string text, int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static readonly System.Buffers.SearchValues<char> s_nameCharacters
        = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
}
