namespace StructIndex;

/// <summary>Finds the modules that one language's files name. Made once for a code base, then used from many threads.</summary>
public abstract class ModuleFinder
{
    /// <summary>Finds packages and namespaces by their dotted names, whatever separates the parts.</summary>
    public static ModuleFinder ByPackage() => new PackageModules();

    /// <summary>Finds files by the path from the file that names them, else by the end of their own path.</summary>
    /// <param name="files">The files.</param>
    /// <param name="extensions">Extensions that a module may leave out, each with its dot.</param>
    public static ModuleFinder ByPath(CodeFiles files, params string[] extensions) => new PathModules(files, extensions);

    /// <summary>What an import names.</summary>
    /// <param name="file">Number of the file that imports, in <see cref="CodeFiles.Files"/>.</param>
    /// <param name="module">The module as written, without quotes.</param>
    public abstract NameScope Find(int file, string module);

    /// <summary>
    /// A module inside another one that was found, where the language has such; <see cref="NameScope.Unknown"/> otherwise.
    /// </summary>
    /// <param name="module">The outer module.</param>
    /// <param name="name">Name of the inner one.</param>
    public virtual NameScope Child(NameScope module, string name) => NameScope.Unknown;

    /// <summary>
    /// What a word means that stands for a module wherever it is used, such as Rust's <c>crate</c>; <see cref="NameScope.Unknown"/> for all
    /// other words.
    /// </summary>
    /// <param name="file">Number of the file.</param>
    /// <param name="word">The word.</param>
    /// <param name="isNested">Whether it stands alone, in a module inside the file's own.</param>
    public virtual NameScope Keyword(int file, string word, bool isNested) => NameScope.Unknown;
}
