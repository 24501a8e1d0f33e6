namespace StructIndex.Benchmarks;

/// <summary><c>--name value</c> pairs of a verb.</summary>
internal sealed class Options(string[] arguments)
{
    /// <summary>Arguments that belong to no option.</summary>
    public IReadOnlyList<string> Rest => [.. arguments.Where((argument, at) => !argument.StartsWith("--", StringComparison.Ordinal) && (at == 0 || !arguments[at - 1].StartsWith("--", StringComparison.Ordinal)))];

    /// <summary>The value of an option, or null.</summary>
    public string? Find(string name)
    {
        int at = Array.IndexOf(arguments, "--" + name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    /// <summary>The whole number that is the value of an option, or another where it is left out.</summary>
    public int Number(string name, int otherwise) => Find(name) is { } value ? int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The value of an option that must be there.</summary>
    public string Get(string name) => Find(name) ?? throw new ArgumentException($"--{name} is missing", nameof(name));
}
