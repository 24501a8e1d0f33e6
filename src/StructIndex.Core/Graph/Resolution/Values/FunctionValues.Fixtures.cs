namespace StructIndex;

/// <content>What pytest gives tests and fixtures for their parameters.</content>
internal sealed partial class FunctionValues
{
    /// <summary>What the fixture gives that has the name of a parameter: one of the file, or of the nearest <c>conftest.py</c>.</summary>
    private List<CodeValue> Fixture(CodeDeclaration function, string name, FileScope file, int depth)
    {
        int number = Symbols.Names.Number(name);
        if (number < 0 || !(function.IsTest || IsFixture(function)))
        {
            return [];
        }

        foreach (int place in FixtureFiles(file))
        {
            foreach (int unit in Symbols.Names.ByFile.Of(number, place))
            {
                if (IsFixture(Symbols.Names.Set.DeclarationOf(unit)!))
                {
                    // One that yields gives what it yields.
                    return [.. Results(unit, depth).SelectMany(value => value.Items.Count == 0 ? [value] : Item(value.Items[0], 0, null, value.Site, depth + 1))];
                }
            }
        }

        return [];
    }

    private IEnumerable<int> FixtureFiles(FileScope file)
    {
        yield return file.File;
        CodeFiles files = Symbols.Names.Files;
        for (string? folder = files.FolderOf(file.File); folder is not null; folder = folder.Length == 0 ? null : CodeFiles.Join(folder, ".."))
        {
            if (CodeFiles.Join(folder, "conftest.py") is { } path && files.At(path) is >= 0 and var shared)
            {
                yield return shared;
            }
        }
    }

    private static bool IsFixture(CodeDeclaration function) => function.Attributes.Any(attribute => attribute.Split('(')[0] is "pytest.fixture" or "fixture");
}
