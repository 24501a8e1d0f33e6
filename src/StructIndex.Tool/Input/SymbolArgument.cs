using System.CommandLine;

namespace StructIndex;

/// <summary>A symbol named on the command line, and the units that bear it.</summary>
internal static class SymbolArgument
{
    public static Argument<string> AddTo(Command command)
    {
        Argument<string> symbol = new("SYMBOL") { Description = "A name, a qualified name or its end: Save, Store.Save, Shop.Store.Save, or a unit id." };
        command.Add(symbol);
        return symbol;
    }

    /// <summary>The units of the symbol; says so when there are none.</summary>
    public static IReadOnlyList<CodeUnit> Find(CodeIndex index, string symbol, ToolConsole console)
    {
        IReadOnlyList<CodeUnit> units = index.Find(symbol);
        if (units.Count == 0)
        {
            console.Error.WriteLine($"structindex: no unit is named {symbol}");
        }

        return units;
    }
}
