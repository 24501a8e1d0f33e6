namespace StructIndex;

/// <summary>A file of a model's folder is missing, damaged, or says something that is not supported.</summary>
public sealed class ModelFolderException : StructIndexException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file">The file at fault, relative to the folder.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ModelFolderException(string folder, string file, string message, Exception? innerException = null)
        : base(message, System.IO.Path.Combine(folder, file), innerException) => (Folder, File) = (folder, file);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The file at fault, relative to the folder.</summary>
    public string File { get; }
}
