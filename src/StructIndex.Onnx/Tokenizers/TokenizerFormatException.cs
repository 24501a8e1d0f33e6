namespace StructIndex;

/// <summary>A <c>tokenizer.json</c> that cannot be read: damaged, or with a component that is not supported, which is named.</summary>
public sealed class TokenizerFormatException : StructIndexException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="component">The component at fault, such as <c>pre_tokenizer UnicodeScripts</c>.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public TokenizerFormatException(string component, string message, Exception? innerException = null)
        : base(message, path: null, innerException) => Component = component;

    /// <summary>The component at fault, such as <c>pre_tokenizer UnicodeScripts</c>.</summary>
    public string Component { get; }
}
