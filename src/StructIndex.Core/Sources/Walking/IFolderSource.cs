namespace StructIndex;

/// <summary>A provider whose files are those of folders, which can be watched.</summary>
internal interface IFolderSource : IStampedSource
{
    /// <summary>Absolute paths of the folders.</summary>
    IReadOnlyList<string> Folders { get; }
}
