namespace StructIndex;

/// <summary>Simple names of attributes, decorators and annotations.</summary>
internal static class AttributeName
{
    /// <summary><c>Xunit.FactAttribute(Skip = "x")</c> gives <c>Fact</c>.</summary>
    public static ReadOnlySpan<char> Of(string attribute)
    {
        int open = attribute.IndexOf('(', StringComparison.Ordinal);
        ReadOnlySpan<char> name = open < 0 ? attribute : attribute.AsSpan(0, open);
        name = name[(name.LastIndexOfAny('.', ':') + 1)..].Trim();
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }
}
