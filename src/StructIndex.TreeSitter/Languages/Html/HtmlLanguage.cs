namespace StructIndex;

/// <summary>The scripts of HTML. What a page loads by <c>src</c> it sees all of.</summary>
internal sealed class HtmlLanguage : JavaScriptLanguage
{
    public override string Name => "html";
    public override string GrammarName => "javascript";
    public override CommentSyntax Comments { get; } = new() { Lines = ["//"], Blocks = [("/*", "*/"), ("<!--", "-->")] };
    public override string[] Queries { get; } = ["ecmascript", "component", "html"];
    public override string GrammarOf(SourceFile file) => GrammarName;
    public override string TextToParse(SourceFile file, CancellationToken cancellationToken) => new HtmlMarkup(TemplateMarks.Hide(file.Text)).Read();
    public override ModuleFinder CreateModuleFinder(CodeFiles files) => new HtmlModules(files);
}
