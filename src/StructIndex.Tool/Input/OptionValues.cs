using System.CommandLine.Parsing;
using System.Globalization;

namespace StructIndex;

/// <summary>Reads the values of options; what is wrong with one is said in words of the command line.</summary>
internal static class OptionValues
{
    /// <summary>A whole number, 1 or more.</summary>
    public static int Count(ArgumentResult argument) => OptionalCount(argument) ?? 0;

    /// <summary>A whole number, 1 or more; null where the option stands without one.</summary>
    public static int? OptionalCount(ArgumentResult argument)
    {
        if (argument.Tokens.Count == 0)
        {
            return null;
        }

        string written = argument.Tokens[^1].Value;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1)
        {
            return count;
        }

        argument.AddError($"{Name(argument)} takes a whole number, 1 or more, not '{written}'.");
        return null;
    }

    /// <summary>A number from 0 to 1.</summary>
    public static double? Share(ArgumentResult argument)
    {
        string written = argument.Tokens[^1].Value;
        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is >= 0 and <= 1)
        {
            return share;
        }

        argument.AddError($"{Name(argument)} takes a number from 0 to 1, not '{written}'.");
        return null;
    }

    /// <summary>Kinds of units by the names that results use.</summary>
    public static UnitKind[] Kinds(ArgumentResult argument)
    {
        List<UnitKind> kinds = [];
        foreach (Token token in argument.Tokens)
        {
            UnitKind[] named = [.. Enum.GetValues<UnitKind>().Where(kind => JsonLines.Name(kind).Equals(token.Value, StringComparison.OrdinalIgnoreCase))];
            if (named.Length == 0)
            {
                argument.AddError($"There is no kind of unit '{token.Value}'. The kinds are {KindNames}.");
            }

            kinds.AddRange(named);
        }

        return [.. kinds];
    }

    /// <summary>The names of all kinds of units.</summary>
    public static string KindNames => string.Join(' ', Enum.GetValues<UnitKind>().Select(JsonLines.Name));

    private static string Name(ArgumentResult argument) => argument.Parent is OptionResult option ? option.Option.Name : argument.Argument.Name;
}
