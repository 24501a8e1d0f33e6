namespace StructIndex;

/// <summary>The type of a variable, field or parameter where the syntax tells it: an annotation, or a constructor call assigned to it.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="TypeName">Simple name of the type, without arguments, pointers or nullability.</param>
/// <param name="Scope">The declaration in which the name has this type (a function, or a type for its fields); null for the file.</param>
public readonly record struct VariableType(string Name, string TypeName, CodeDeclaration? Scope);
