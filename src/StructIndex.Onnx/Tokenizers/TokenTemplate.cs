namespace StructIndex;

/// <summary>Where the special tokens of a model stand around one text, or around two.</summary>
/// <param name="Single">The items around one text.</param>
/// <param name="Pair">The items around two.</param>
internal sealed record TokenTemplate(IReadOnlyList<TemplateItem> Single, IReadOnlyList<TemplateItem> Pair)
{
    /// <summary>No special tokens.</summary>
    public static TokenTemplate None { get; } = new([new TemplateItem(0, null, 0)], [new TemplateItem(0, null, 0), new TemplateItem(1, null, 1)]);

    /// <summary>Special tokens that are added to one text, or to two.</summary>
    public int Added(bool pair) => (pair ? Pair : Single).Count(item => item.Special is not null);
}

/// <summary>An item of a template: a special token, or a text.</summary>
/// <param name="Text">Number of the text, 0 or 1; of no meaning for a special token.</param>
/// <param name="Special">Id of the special token; null for a text.</param>
/// <param name="TypeId">The type that the model is given for the tokens.</param>
internal readonly record struct TemplateItem(int Text, int? Special, int TypeId);
