namespace StructIndex;

/// <summary>What an earlier run knew of C# files: a model of this process, or what another process kept of one.</summary>
/// <param name="Files">The files, with what was read in each and its edges.</param>
/// <param name="Shapes">A hash of what the compiler went by in a project; see <see cref="VisibleShapes"/>.</param>
/// <param name="DocumentedShapes">The same with the comments of declarations; asked for files alone that have documentation from others.</param>
/// <param name="Model">The model; null where only its files were kept.</param>
internal sealed record ModelMemory(IReadOnlyList<CSharpFile> Files, Func<CSharpProject, UInt128> Shapes, Func<CSharpProject, UInt128> DocumentedShapes, ProjectModel? Model)
{
    /// <summary>What a model knows.</summary>
    public static ModelMemory Of(ProjectModel model) => new(model.Files, project => model.Shapes.Of(project), project => model.DocumentedShapes.Of(project), model);
}
