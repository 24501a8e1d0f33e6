namespace StructIndex;

/// <summary>What a capture of a query file means; <c>Queries/README.md</c> explains each.</summary>
internal enum CaptureRole
{
    Helper,
    Definition,
    Signature,
    Test,
    Scope,
    TypeScope,
    Package,
    Wrap,
    Comment,
    Attribute,
    Leading,
    Doc,
    Call,
    New,
    Inherit,
    Implement,
    Import,
    ImportAll,
    ImportName,
    ImportAlias,
    Var,
    Field,
    Type,
    Name,
    Body,
    Receiver,
}
