namespace StructIndex;

/// <summary>Makes a <see cref="SourceFile"/> of a file on disk, or says why there is none.</summary>
internal static class SourceFileReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="fullPath">Absolute path.</param>
    /// <param name="path">Path relative to the root.</param>
    /// <param name="maxBytes">Size limit in bytes.</param>
    /// <param name="takeUnknown">Whether a file of no known language is taken as plain text, rather than passed over.</param>
    /// <param name="known">The file as it was read before; null for none.</param>
    /// <param name="root">The folder that it is of, where there are several; null otherwise.</param>
    /// <returns>The file, a failure, both where the file was read in part, or neither where the file is none that was asked for.</returns>
    public static (SourceFile? File, FileFailure? Failure) Read(string fullPath, string path, int maxBytes, bool takeUnknown, SourceFile? known = null, string? root = null)
    {
        if (!takeUnknown && !LanguageCatalog.MayBeKnown(path))
        {
            return (null, FileReader.FailureOfUnknown(fullPath, path));
        }

        FileStamp? stamp = FileStamp.Of(fullPath);
        if (known is { Stamp: { } before } && before == stamp && before.Length <= maxBytes && known.FullPath == fullPath
            && (takeUnknown || known.Language != LanguageCatalog.PlainText || !LanguageCatalog.NeedsInterpreter(path)))
        {
            return (known, null);
        }

        bool scriptsOnly = !takeUnknown && LanguageCatalog.NeedsInterpreter(path);
        bool asksConfiguration = false;
        string? text = FileReader.Read(fullPath, path, maxBytes, out FileFailure? failure, scriptsOnly, Stated);
        if (text is null)
        {
            return (null, failure);
        }

        string? language = LanguageCatalog.Detect(path, text) ?? (takeUnknown ? LanguageCatalog.PlainText : null);
        if (language is null)
        {
            return (null, null);
        }

        if (MinifiedFiles.IsMinified(path, language, text))
        {
            return (null, new FileFailure(path, FileFailureKind.Minified, "The content is minified."));
        }

        if (language == "html" && GeneratedDocumentation.ToolOf(text) is { } tool)
        {
            return (null, new FileFailure(path, FileFailureKind.GeneratedDocumentation, $"The page was generated from code ({tool})."));
        }

        SourceFile file = new(path, text, language) { FullPath = fullPath, RootDirectory = root, IsGenerated = GeneratedFiles.IsGenerated(path, text) };
        if (language == NotebookText.Language && file.Language == "json")
        {
            failure ??= new FileFailure(path, FileFailureKind.ParseFailed, "The content is no notebook of format 4. The file is kept as JSON.");
        }

        // Without a stamp the file is read again for an update: what it lacks is said again, and what is stated beside it may have changed.
        file.Stamp = failure is null && !asksConfiguration ? stamp : null;
        return (file, failure);

        StatedEncoding Stated()
        {
            asksConfiguration = true;
            return EditorConfig.EncodingOf(fullPath, root ?? fullPath[..^path.Length]);
        }
    }
}
