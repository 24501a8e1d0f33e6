namespace StructIndex;

/// <summary>What a unit is there for. What the code says counts first, its path second.</summary>
public enum UnitRole
{
    /// <summary>Code that does the work.</summary>
    Implementation,

    /// <summary>A test, or a helper of tests.</summary>
    Test,

    /// <summary>Code that a tool wrote.</summary>
    Generated,

    /// <summary>A sample, example, demo or benchmark.</summary>
    Example,
}
