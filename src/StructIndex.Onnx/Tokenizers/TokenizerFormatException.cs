namespace StructIndex;

/// <summary>
/// A <c>tokenizer.json</c> is damaged or has a component that is not supported, or an expression in it takes too long on a text.
/// </summary>
public sealed class TokenizerFormatException : StructIndexException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="component">The component at fault, such as <c>pre_tokenizer UnicodeScripts</c>.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="path">The file; null where the tokenizer was not read from one.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TokenizerFormatException(string component, string message, string? path = null, Exception? innerException = null)
        : base(message, path, innerException) => Component = component;

    /// <summary>The component at fault, such as <c>pre_tokenizer UnicodeScripts</c>.</summary>
    public string Component { get; }
}
