namespace StructIndex;

/// <summary>What made the vectors of an index; vectors of two identities cannot be compared.</summary>
/// <param name="Id">Name of the model, and of its weights where they may change under the same name.</param>
/// <param name="Dimensions">Components of a vector.</param>
/// <param name="TemplateVersion">Version of the text or fields that were embedded.</param>
internal sealed record ModelIdentity(string Id, int Dimensions, int TemplateVersion)
{
    /// <inheritdoc/>
    public override string ToString() => $"model {Id} with {Dimensions} dimensions and template {TemplateVersion}";
}
