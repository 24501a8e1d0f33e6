namespace StructIndex;

/// <summary>Objective-C++: read as C++, and then as Objective-C.</summary>
internal sealed class ObjectiveCppLanguage : CppLanguage
{
    private readonly ObjectiveCLanguage _objectiveC = new();

    public override string Name => "objcpp";
    public override string GrammarName => "cpp";
    public override IReadOnlyList<string> SelfReceivers { get; } = ["this", "self"];
    public override IReadOnlyList<string> BaseReceivers => _objectiveC.BaseReceivers;
    public override IReadOnlyList<string> ConstructorNames => _objectiveC.ConstructorNames;
    public override string[] ConstructorMethods => _objectiveC.ConstructorMethods;
    public override string[] NamelessReceivers { get; } = ["this", "self"];
    public override bool? IsMemberPublicByDefault(UnitKind type) => null;

    /// <summary>Those of C++, and methods that it was shown.</summary>
    public override string? DeclarationWords => $"{base.DeclarationWords}|{ObjectiveCLanguage.MethodWords}";

    public override IReadOnlyList<Reading> Readings(SourceFile file, string text)
    {
        (string cpp, string classes, string messages) = ObjectiveCppText.Split(text);
        return [new Reading(this, cpp), new Reading(_objectiveC, classes), new Reading(_objectiveC, messages)];
    }
}
