namespace StructIndex;

/// <summary>Lines that begin a declaration in C and the languages made from it, for <see cref="TreeSitterLanguage.DeclarationWords"/>.</summary>
internal static class CDeclarationWords
{
    /// <summary>A statement, which declares nothing.</summary>
    public const string Statement = @"^[ \t]*(\}[ \t]*)?(if|else|for|foreach|while|switch|catch|try|synchronized|return|new|do|throw|assert|case|await|yield|using|lock|with|function|delete|goto|asm|__asm|__asm__)\b";

    /// <summary>A type with its fields.</summary>
    public const string Record = @"^[ \t]*(typedef[ \t]+)?(struct|union|enum)[ \t]+(?<name>\w+)\s*\{";

    /// <summary>A function with its body.</summary>
    public const string Definition = @"^[A-Za-z_][\w \t*&:<>,]*[ \t*&:](?<name>\w+)[ \t]*\([^;{}]*\)[\w \t:&<>,*-]*\s*\{";

    /// <summary>A function without one, whose name is no macro; variables look the same.</summary>
    public const string Prototype = @"^[ \t]*[A-Za-z_][\w \t*&:<>,]*[ \t*&](?<near>[a-z]\w*|[A-Z]\w*[a-z]\w*)[ \t]*\([^;{}()]*(\([^()]*\)[^;{}()]*)*\)[\w \t]*;";
}
