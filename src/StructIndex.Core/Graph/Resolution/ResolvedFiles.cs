namespace StructIndex;

/// <summary>What the references of each file were resolved to, for the next graph.</summary>
/// <param name="Units">The units that edges count by.</param>
/// <param name="Bases">For each file the edges from types to their bases, those to unknown ones included.</param>
/// <param name="Calls">For each file the edges of its calls.</param>
internal sealed record ResolvedFiles(UnitSet Units, RawEdge[][] Bases, RawEdge[][] Calls)
{
    /// <summary>
    /// For each unit its number among the units of now; -1 for one that is no declaration of an unchanged or edited file. Null where a file
    /// came or went, or an edit changed what others see, so that the edges of other files may have changed.
    /// </summary>
    public int[]? PlacesIn(UnitSet now)
    {
        if (now.Files.Count != Units.Files.Count)
        {
            return null;
        }

        int[] places = new int[Units.Units.Count];
        Array.Fill(places, -1);
        for (int file = 0; file < now.Files.Count; file++)
        {
            ParsedFile before = Units.Files[file], after = now.Files[file];
            if (ReferenceEquals(before, after))
            {
                (int start, int end) = Units.UnitsOf(file);
                int shift = now.UnitsOf(file).Start - start;
                for (int unit = start; unit < end; unit++)
                {
                    places[unit] = unit + shift;
                }
            }
            else if (FileSurface.Of(Units, before) != FileSurface.Of(now, after))
            {
                return null;
            }
            else
            {
                foreach ((CodeDeclaration old, CodeDeclaration renewed) in before.Declarations.Zip(after.Declarations))
                {
                    if (Units.IndexOf(old) is >= 0 and var unit)
                    {
                        places[unit] = now.IndexOf(renewed);
                    }
                }
            }
        }

        return places;
    }

    /// <summary>Edges with the numbers of now.</summary>
    /// <param name="edges">Edges of an unchanged file.</param>
    /// <param name="places">What <see cref="PlacesIn"/> gave.</param>
    public static RawEdge[] Move(RawEdge[] edges, int[] places) =>
        Array.ConvertAll(edges, edge => edge with { From = places[edge.From], To = edge.To < 0 ? edge.To : places[edge.To] });
}
