namespace StructIndex.Benchmarks;

/// <summary>Whose questions are asked of a repository.</summary>
internal enum QuestionKind
{
    /// <summary>Its own.</summary>
    Own,

    /// <summary>Those of repositories of another domain.</summary>
    Other,

    /// <summary>Those of other worlds.</summary>
    Far,

    /// <summary>Those that it nearly answers.</summary>
    Near,
}
