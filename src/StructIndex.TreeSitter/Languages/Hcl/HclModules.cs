namespace StructIndex;

/// <summary>
/// What stands before a name in Terraform is the kind of block that it is looked for in: <c>var.region</c> is a <c>variable</c>,
/// <c>aws_vpc.main</c> a resource of that type.
/// </summary>
internal sealed class HclModules : ModuleFinder
{
    /// <inheritdoc/>
    public override NameScope Find(int file, string module) => NameScope.External;

    /// <inheritdoc/>
    public override NameScope Keyword(int file, string word, bool isNested) => NameScope.Package(word switch
    {
        "var" => "variable",
        "local" => "locals",
        _ => word,
    });
}
