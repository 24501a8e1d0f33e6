using System.CommandLine;

namespace StructIndex;

/// <summary>The options that choose which units a search looks at.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> _languages = new("--language", "-l") { Description = "Only this language, by name or extension, for example python or py; may be repeated.", HelpName = "NAME" };
    private readonly Option<string[]> _paths = new("--path", "-p") { Description = "Only files that match the glob; may be repeated.", HelpName = "GLOB" };
    private readonly Option<UnitKind[]> _kinds = new("--kind", "-k")
    {
        Description = $"Only this kind of unit; may be repeated. One of {OptionValues.KindNames}.",
        HelpName = "KIND",
        CustomParser = OptionValues.Kinds,
    };

    private FilterOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withKinds">Whether units can be chosen by kind.</param>
    public static FilterOptions AddTo(Command command, bool withKinds)
    {
        FilterOptions filter = new();
        command.Add(filter._languages);
        command.Add(filter._paths);
        if (withKinds)
        {
            command.Add(filter._kinds);
        }

        return filter;
    }

    /// <summary>The filter that was asked for; null where none was.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public UnitFilter? Of(ParseResult arguments)
    {
        UnitFilter filter = new()
        {
            Languages = arguments.GetValue(_languages) ?? [],
            PathGlobs = arguments.GetValue(_paths) ?? [],
            Kinds = arguments.GetResult(_kinds) is null ? [] : arguments.GetValue(_kinds) ?? [],
        };
        return filter.Languages.Count + filter.PathGlobs.Count + filter.Kinds.Count > 0 ? filter : null;
    }
}
