namespace StructIndex;

/// <summary>A parameter of a function as its signature shows it, in the syntax of Python.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Index">Its place among the arguments, from 0; the own object does not count.</param>
/// <param name="Stars">How many stars stand before it: one takes all further arguments, two all further keywords.</param>
/// <param name="Default">The expression that it is without an argument; null for none.</param>
internal readonly record struct FunctionParameter(string Name, int Index, int Stars, string? Default)
{
    /// <summary>The parameters of a function; the own object of a method is none.</summary>
    public static List<FunctionParameter> Of(CodeDeclaration function)
    {
        List<FunctionParameter> parameters = [];
        bool hasOwn = function.Parent?.Kind.IsType() == true && !function.Attributes.Contains("staticmethod");
        foreach (string written in Written(function))
        {
            int stars = written.Length - written.TrimStart('*').Length;
            int set = ValueExpression.Find(written, "=");
            ReadOnlySpan<char> name = set < 0 ? written : written.AsSpan(0, set);
            int colon = name.IndexOf(':');
            name = (colon < 0 ? name : name[..colon]).Trim("* ");
            if (hasOwn)
            {
                hasOwn = false;
            }
            else if (!name.IsEmpty && name[0] != '/')
            {
                parameters.Add(new FunctionParameter(name.ToString(), parameters.Count, stars, set < 0 ? null : written[(set + 1)..].Trim()));
            }
        }

        return parameters;
    }

    private static List<string> Written(CodeDeclaration function)
    {
        string signature = function.Signature;
        int name = Math.Max(0, signature.IndexOf(function.Name, StringComparison.Ordinal));
        int lambda = signature.IndexOf("lambda", name, StringComparison.Ordinal);
        if (lambda >= 0 && signature.AsSpan(name, lambda - name).Contains('='))
        {
            return Brackets.Items($"({signature[(lambda + 6)..].TrimEnd(' ', ':')})");
        }

        int open = signature.IndexOf('(', name);
        return open < 0 ? [] : Brackets.Items(signature.AsSpan(open));
    }
}
