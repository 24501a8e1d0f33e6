namespace StructIndex;

/// <summary>
/// The type of a variable, field or parameter where the syntax says it: an annotation, or a constructor call assigned to it.
/// </summary>
/// <param name="Name">The variable's name; with <c>[]</c> behind it what it holds: the elements of a list, the values of a map.</param>
/// <param name="TypeName">
/// Simple name of the type (with what is written before it and <c>::</c>), without arguments, pointers or nullability. Or <c>=</c> and what the variable is another name for: a function
/// or variable (<c>=load</c>, <c>=util.load</c>), an element of one (<c>=items[]</c>), or <c>=import</c> where the function around it
/// imports the name for itself; with a <see cref="Part"/> any expression whose value it takes (<c>=open(x)</c>), nothing for an unknown one.
/// </param>
/// <param name="Scope">The declaration in which the name has this type (a function, or a type for its fields); null for the file.</param>
public readonly record struct VariableType(string Name, string TypeName, CodeDeclaration? Scope)
{
    /// <summary>
    /// The part of the scope in which it has this type, and hides what else has its name there: the function without a name whose
    /// parameter it is, the loop that sets it, the branch that takes a value apart. Null for the whole scope.
    /// </summary>
    public SourceSpan? Part { get; init; }
}
