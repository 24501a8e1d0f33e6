using System.Text;

namespace StructIndex;

/// <summary>Properties of a project and the expansion of <c>$(...)</c>, with the few property functions that decide what is compiled.</summary>
internal sealed class PropertyBag
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _fixed = new(StringComparer.OrdinalIgnoreCase);

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

    /// <summary>Replaces each <c>$(...)</c>; null when one uses a function that is not known.</summary>
    public string? Expand(string text)
    {
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

            if (Value(text[(start + 2)..end].Trim()) is not { } value)
            {
                return null;
            }

            result.Append(text, at, start - at).Append(value);
            at = end + 1;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private string? Value(string expression)
    {
        if (expression.AsSpan().IndexOfAnyExcept(s_nameCharacters) < 0)
        {
            return this[expression];
        }

        int open = expression.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !expression.EndsWith(')'))
        {
            return null;
        }

        string function = expression[..open];
        string?[] arguments = [.. SplitArguments(expression[(open + 1)..^1]).Select(argument => Expand(argument.Trim().Trim('\'', '"', '`')))];
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
            "[msbuild]::getdirectorynameoffileabove" => ProjectFolders.FolderAbove(First(), Second()) ?? "",
            "[msbuild]::getpathoffileabove" => PathAbove(First(), Second().Length == 0 ? this["MSBuildThisFileDirectory"] : Second()),
            "[msbuild]::isosplatform" => Text(OperatingSystem.IsOSPlatform(First())),
            "[msbuild]::ensuretrailingslash" => First().EndsWith('/') ? First() : First() + "/",
            "[msbuild]::normalizepath" or "[system.io.path]::combine" or "[system.io.path]::getfullpath"
                => ProjectFolders.Absolute(this["MSBuildThisFileDirectory"], Path.Combine([.. arguments.Select(a => a!.Replace('\\', '/'))])),
            "[system.string]::isnullorempty" or "[system.string]::isnullorwhitespace" => Text(string.IsNullOrWhiteSpace(First())),
            string method when method.LastIndexOf('.') is > 0 and var dot && Value(expression[..dot]) is { } on => StringMethod(on, method[(dot + 1)..], First()),
            _ => null,
        };
    }

    private static string? StringMethod(string on, string method, string argument) => method switch
    {
        "startswith" => Text(on.StartsWith(argument, StringComparison.Ordinal)),
        "endswith" => Text(on.EndsWith(argument, StringComparison.Ordinal)),
        "contains" => Text(on.Contains(argument, StringComparison.Ordinal)),
        "equals" => Text(string.Equals(on, argument, StringComparison.Ordinal)),
        "tolower" or "tolowerinvariant" => on.ToLowerInvariant(),
        "trim" => on.Trim(),
        _ => null,
    };

    private static string PathAbove(string file, string from)
        => ProjectFolders.FolderAbove(from, file) is { } folder ? folder + "/" + file : "";

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
