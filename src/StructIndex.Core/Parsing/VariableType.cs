namespace StructIndex;

/// <summary>
/// The type of a variable, field or parameter where the syntax says it: an annotation, or a constructor call assigned to it.
/// </summary>
/// <param name="Name">The variable's name; with <c>[]</c> behind it what it holds: the elements of a list, the values of a map.</param>
/// <param name="TypeName">
/// Simple name of the type, without arguments, pointers or nullability. Or <c>=</c> and what the variable is another name for: a function
/// or variable (<c>=load</c>, <c>=util.load</c>), an element of one (<c>=items[]</c>), or <c>=import</c> where the function around it
/// imports the name for itself.
/// </param>
/// <param name="Scope">The declaration in which the name has this type (a function, or a type for its fields); null for the file.</param>
public readonly record struct VariableType(string Name, string TypeName, CodeDeclaration? Scope);
