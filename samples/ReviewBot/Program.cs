// Says what a change reaches, as a comment for a review: what changed, which tests to run, and who uses it.
//   dotnet run -c Release --project samples/ReviewBot -- DIR [REVISION]
// Everything that differs from the revision counts (HEAD by default), whether or not it is committed.
using StructIndex;

if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("usage: ReviewBot DIR [REVISION]");
    return 2;
}

GitChanges changes = await GitChanges.ReadAsync(args[0], args.Length > 1 ? args[1] : "HEAD");
CodeIndex index = await CodeIndexer.IndexDirectoryAsync(args[0]);
ChangeImpact impact = index.Graph.Impact(index.Graph.UnitsAt(changes.Files), depth: 3);

Section("Changed", impact.Changed.Select(unit => Line(unit)));
Section("Deleted files, whose users are not known", changes.Deleted);
Section("Tests to run", impact.Tests.Select(test => Line(test.Unit, Way(test))));
Section("Users", impact.Reached.Select(user => Line(user.Unit, Way(user))));

// Where tests reach nothing of a change, a reviewer wants to know.
HashSet<CodeUnit> tested = [.. impact.Tests.Select(test => test.Through).OfType<CodeUnit>(), .. impact.Reached.Select(user => user.Unit).Where(user => user.Role == UnitRole.Test)];
Section("Changed and called by no test directly", impact.Changed.Where(unit => unit.Kind.IsCallable() && unit.Role == UnitRole.Implementation && !tested.Contains(unit)).Select(unit => Line(unit)));
return 0;

static string Line(CodeUnit unit, string way = "") => $"`{unit.QualifiedName}` {unit.Path}:{unit.Lines.Start}{way}";

static string Way(ImpactedUnit reached) => $" by {(reached.Through is { } through ? $"`{through.QualifiedName}`" : "its name")}, {reached.Depth} away, {reached.Certainty}";

static void Section(string title, IEnumerable<string> lines)
{
    string[] all = [.. lines];
    if (all.Length > 0)
    {
        Console.WriteLine($"### {title} ({all.Length})\n");
        Console.WriteLine(string.Concat(all.Take(20).Select(line => $"- {line}\n")) + (all.Length > 20 ? $"- and {all.Length - 20} more\n" : ""));
    }
}
