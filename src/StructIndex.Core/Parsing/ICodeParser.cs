namespace StructIndex;

/// <summary>Turns source files into declarations and references. Implementations are thread-safe.</summary>
public interface ICodeParser
{
    /// <summary>Whether this parser takes the file. The first of an index's parsers that does gets it.</summary>
    /// <param name="file">The file.</param>
    bool CanParse(SourceFile file);

    /// <summary>
    /// Parses the files. A file that cannot be parsed gives a <see cref="ParsedFile"/> with a failure, never an exception.
    /// All files come in one call, so that a parser may look at them together.
    /// </summary>
    /// <param name="files">Files for which <see cref="CanParse"/> said yes, ordered by path.</param>
    /// <param name="rootDirectory">Absolute path of the folder that paths are relative to; null when the files are not on disk.</param>
    /// <param name="onParsed">Called after each file, from any thread; null for no reports.</param>
    /// <param name="cancellationToken">Stops the work within 200 ms.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ParserOutput Parse(IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default);

    /// <summary>
    /// Parses the files of a code base that has changed. What it gives must equal what <see cref="Parse"/> would; by default it is that.
    /// A parser that looks at each file alone can override it with <see cref="ParserOutput.Renew"/>.
    /// </summary>
    /// <param name="previous">
    /// What this parser made of an earlier state of the files; it stays in use and must not be changed. A file that has not changed since
    /// is the same object in it.
    /// </param>
    /// <param name="files">As for <see cref="Parse"/>.</param>
    /// <param name="rootDirectory">As for <see cref="Parse"/>.</param>
    /// <param name="onParsed">Called after each file that is parsed, from any thread; null for no call.</param>
    /// <param name="cancellationToken">Stops the work within 200 ms.</param>
    /// <returns>
    /// The output; <paramref name="previous"/> itself says that nothing has changed, the edges that its binder gives included.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ParserOutput Reparse(ParserOutput previous, IReadOnlyList<SourceFile> files, string? rootDirectory, Action<SourceFile>? onParsed, CancellationToken cancellationToken = default) =>
        Parse(files, rootDirectory, onParsed, cancellationToken);

    /// <summary>
    /// The rules of a language, where what this parser finds in files may be kept on disk for a later process (<see cref="CodeIndexBuilder.SaveAsync"/>). It must then depend on nothing
    /// but the path, text and language of each file, or <see cref="IEdgeBinder.Keep"/> and <see cref="Restore"/> must say what else.
    /// </summary>
    /// <param name="language">A language of files for which <see cref="CanParse"/> said yes.</param>
    /// <returns>The rules that <see cref="Parse"/> gives to files of the language; null, the default, where nothing is to be kept.</returns>
    LanguageRules? RulesOf(string language) => null;

    /// <summary>Gives an output of an earlier process back what <see cref="Reparse"/> and its binder need; called where <see cref="RulesOf"/> knows the languages.</summary>
    /// <param name="output">The output as it was, but for its binder.</param>
    /// <param name="kept">What <see cref="IEdgeBinder.Keep"/> gave; empty where there was no binder.</param>
    /// <returns>The output; by default without a binder.</returns>
    ParserOutput Restore(ParserOutput output, ReadOnlyMemory<byte> kept) => output;
}
