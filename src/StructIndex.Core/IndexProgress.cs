namespace StructIndex;

/// <summary>How far a build has come.</summary>
/// <param name="Stage">The stage at work.</param>
/// <param name="Done">Files or units done in this stage.</param>
/// <param name="Total">Files or units of this stage; 0 while it is not known.</param>
public readonly record struct IndexProgress(IndexStage Stage, int Done, int Total);
