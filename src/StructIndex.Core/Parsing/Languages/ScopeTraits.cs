namespace StructIndex;

/// <summary>How the names of a language are found.</summary>
[Flags]
public enum ScopeTraits
{
    /// <summary>Nothing is particular.</summary>
    None = 0,

    /// <summary>Members are seen without a receiver.</summary>
    ImplicitReceiver = 1 << 0,

    /// <summary>A bare name that is neither declared nor imported in its file is a local variable.</summary>
    Strict = 1 << 1,

    /// <summary>A qualified name says which symbol it is.</summary>
    Packages = 1 << 2,

    /// <summary>The files of a folder are one package.</summary>
    FolderPackages = 1 << 3,

    /// <summary>An included header shows its names.</summary>
    Includes = 1 << 4,

    /// <summary>Names at the top of a file are seen everywhere.</summary>
    Global = 1 << 5,

    /// <summary>A function is not seen where a parameter or variable has its name.</summary>
    Shadowing = 1 << 6,

    /// <summary>The name of a module is written from the root, unless it is aliased or nested in its file.</summary>
    AbsoluteModules = 1 << 7,

    /// <summary>A receiver may begin with a module, which is found from the file.</summary>
    ModulePaths = 1 << 8,

    /// <summary>An import of a whole module may be called, and then means the function by its name.</summary>
    DefaultExports = 1 << 9,

    /// <summary>Functions of one name may differ by their parameters.</summary>
    Overloads = 1 << 10,

    /// <summary>A type implements every interface whose methods it has, without naming it.</summary>
    ImplicitInterfaces = 1 << 11,

    /// <summary>Functions may be declared for types of others, and are seen like functions without a receiver.</summary>
    Extensions = 1 << 12,

    /// <summary>Types have no methods: a call on an object is not guessed by its name alone.</summary>
    NoMethods = 1 << 13,

    /// <summary>A type may be declared for another, and is seen through that one alone.</summary>
    AssociatedTypes = 1 << 14,

    /// <summary>Functions of traits and fields of types are named like what stands at the top of a file.</summary>
    OpenMembers = 1 << 15,

    /// <summary>Names in capitals need not be types; elsewhere one that is declared and imported nowhere is a library's type.</summary>
    CapitalNames = 1 << 16,

    /// <summary>A function that is written as an expression gives what the expression is, where it does not say a type.</summary>
    InferredReturns = 1 << 17,

    /// <summary>A name alone may call a method of the object around it.</summary>
    BareCalls = 1 << 18,

    /// <summary>Functions are followed that are handed on as values: in variables, containers, arguments and results. Expressions are read in the syntax of Python.</summary>
    FunctionValues = 1 << 19,
}
