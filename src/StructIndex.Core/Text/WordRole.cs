namespace StructIndex;

/// <summary>What part a word plays in an identifier, by naming conventions.</summary>
public enum WordRole
{
    /// <summary>It names the thing.</summary>
    Name,

    /// <summary>A prefix that tells a type or scope, as in <c>m_lpszName</c>, <c>dwSize</c>, <c>kMaxLength</c>.</summary>
    HungarianPrefix,

    /// <summary>The <c>I</c> of <c>IDisposable</c>.</summary>
    InterfacePrefix,

    /// <summary>The <c>use</c> of <c>useState</c>.</summary>
    HookPrefix,

    /// <summary>The <c>Async</c> of <c>SaveAsync</c>.</summary>
    AsyncSuffix,

    /// <summary>A last word that tells what part the thing plays rather than what it is about: <c>Handler</c>, <c>Service</c>, <c>Factory</c>.</summary>
    RoleSuffix,
}
