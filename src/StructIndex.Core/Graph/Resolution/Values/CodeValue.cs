namespace StructIndex;

/// <summary>What an expression may be.</summary>
/// <param name="Unit">The function or type, or the type of an object; -1 for a container.</param>
/// <param name="IsObject">Whether it is an object of the type.</param>
/// <param name="Items">The items of a container, as a list or dictionary is written: one with stars stands for the items of another.</param>
/// <param name="Site">Where the items stand.</param>
internal readonly record struct CodeValue(int Unit, bool IsObject, IReadOnlyList<string> Items, ValueSite Site)
{
    /// <summary>A function or type.</summary>
    public static CodeValue Of(int unit) => new(unit, false, [], default);

    /// <summary>An object of a type.</summary>
    public static CodeValue ObjectOf(int type) => new(type, true, [], default);

    /// <summary>A list, tuple, set or dictionary.</summary>
    public static CodeValue Container(IReadOnlyList<string> items, ValueSite site) => new(-1, false, items, site);
}
