namespace StructIndex;

/// <summary>The units of one file, with what an update needs to take them again.</summary>
/// <param name="Units">The units, by first line.</param>
/// <param name="Declarations">The declaration of each unit; null for code outside declarations.</param>
/// <param name="WantedIds">The id of each unit where no other of the code base has the same.</param>
internal sealed record FileUnitList(CodeUnit[] Units, CodeDeclaration?[] Declarations, string[] WantedIds)
{
    /// <summary>Makes the units of a file, with the ids they want.</summary>
    public static FileUnitList Of(ParsedFile parsed, CancellationToken cancellationToken)
    {
        List<UnitDraft> drafts = FileUnits.Of(parsed, cancellationToken);
        string[] wanted = [.. drafts.Select(UnitIds.Wanted)];
        return new FileUnitList([.. drafts.Zip(wanted, (draft, id) => draft.ToUnit(id))], [.. drafts.Select(draft => draft.Declaration)], wanted);
    }

    /// <summary>The same with other documentation of some declarations; this list where none differs.</summary>
    public FileUnitList WithDocumentation(Dictionary<CodeDeclaration, string> documentation)
    {
        CodeUnit[]? changed = null;
        for (int unit = 0; documentation.Count > 0 && unit < Units.Length; unit++)
        {
            if (Declarations[unit] is { } declaration && documentation.TryGetValue(declaration, out string? text) && text != Units[unit].Documentation)
            {
                changed ??= [.. Units];
                changed[unit] = Units[unit].WithDocumentation(text);
            }
        }

        return changed is null ? this : this with { Units = changed };
    }

    /// <summary>The same with ids that are unique; this list where it has them already.</summary>
    /// <param name="ids">Has given their ids to all units before these.</param>
    public FileUnitList WithIds(UnitIds ids)
    {
        CodeUnit[]? changed = null;
        for (int unit = 0; unit < Units.Length; unit++)
        {
            string id = ids.Next(WantedIds[unit]);
            if (id != Units[unit].Id)
            {
                changed ??= [.. Units];
                changed[unit] = Units[unit].WithId(id);
            }
        }

        return changed is null ? this : this with { Units = changed };
    }
}
