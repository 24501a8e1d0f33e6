namespace StructIndex;

/// <summary>Names of folders that are to stand beside each other.</summary>
internal static class UniqueNames
{
    /// <summary>The names in their order; one that was there before, upper or lower case, gets <c>-2</c>, <c>-3</c> and so on.</summary>
    public static string[] Of(IEnumerable<string> names)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. names.Select(wanted =>
            {
                string name = wanted;
                for (int number = 2; !taken.Add(name); number++)
                {
                    name = FormattableString.Invariant($"{wanted}-{number}");
                }

                return name;
            }),
        ];
    }
}
