namespace StructIndex;

/// <summary>What a unit of code is.</summary>
public enum UnitKind
{
    /// <summary>Code or text that belongs to no declaration: imports, top-level statements, constants, configuration, prose.</summary>
    Module,

    /// <summary>A named scope of other declarations: a Ruby or Elixir module, a Rust <c>mod</c>, a namespace object.</summary>
    Namespace,

    /// <summary>A class (or a Scala/Kotlin object).</summary>
    Class,

    /// <summary>A struct.</summary>
    Struct,

    /// <summary>An interface or protocol.</summary>
    Interface,

    /// <summary>A trait, type class or mixin.</summary>
    Trait,

    /// <summary>An enumeration or tagged union.</summary>
    Enum,

    /// <summary>A record.</summary>
    Record,

    /// <summary>An untagged union.</summary>
    Union,

    /// <summary>A name given to another type.</summary>
    TypeAlias,

    /// <summary>A delegate type.</summary>
    Delegate,

    /// <summary>A free function.</summary>
    Function,

    /// <summary>A function of a type.</summary>
    Method,

    /// <summary>A constructor, initialiser or finaliser.</summary>
    Constructor,

    /// <summary>A property or indexer.</summary>
    Property,

    /// <summary>An event.</summary>
    Event,

    /// <summary>An operator or conversion.</summary>
    Operator,

    /// <summary>A macro.</summary>
    Macro,
}
