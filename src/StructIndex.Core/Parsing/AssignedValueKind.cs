namespace StructIndex;

/// <summary>How the value of an expression is taken.</summary>
public enum AssignedValueKind
{
    /// <summary>The target is what the expression is: <c>load = read</c>.</summary>
    Whole,

    /// <summary>The target is each of its elements: <c>for step in steps</c>.</summary>
    Elements,

    /// <summary>The target is what entering it gives: <c>with open(path) as file</c>.</summary>
    Entered,

    /// <summary>The target holds its elements beside others: <c>steps += more</c>.</summary>
    Merged,

    /// <summary>The function around it returns it.</summary>
    Returned,

    /// <summary>The function around it gives it as one of many: <c>yield load</c>.</summary>
    Yielded,
}
