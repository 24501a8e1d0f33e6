namespace StructIndex;

/// <summary>What made the vectors of an index; vectors of two identities cannot be compared.</summary>
/// <param name="Id">Name of the model, and of its weights where they may change under the same name.</param>
/// <param name="Dimensions">Components of a vector.</param>
/// <param name="TemplateVersion">Version of the text or fields that were embedded.</param>
internal sealed record ModelIdentity(string Id, int Dimensions, int TemplateVersion)
{
    /// <summary>Whether vectors of both can be compared; 0 dimensions stand for a generator that does not tell them.</summary>
    public bool Fits(ModelIdentity other) =>
        Id == other.Id && TemplateVersion == other.TemplateVersion && (Dimensions == other.Dimensions || Dimensions == 0 || other.Dimensions == 0);

    /// <inheritdoc/>
    public override string ToString() => $"model {Id} with {Dimensions} dimensions and template {TemplateVersion}";
}
