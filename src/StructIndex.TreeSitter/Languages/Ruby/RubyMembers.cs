namespace StructIndex;

/// <summary>
/// What a class of Ruby has by calls that declare it: methods that hand the work on (<c>delegate</c>, <c>def_delegators</c>) and records
/// that belong to it (<c>belongs_to</c>).
/// </summary>
internal static class RubyMembers
{
    /// <summary>Reads one such call.</summary>
    /// <returns>Names of members, each with its type, or <c>=</c> and what it stands for.</returns>
    public static List<(string Name, string Type)> Read(string call)
    {
        int end = call.AsSpan().IndexOfAny(" (\t\r\n");
        if (end < 0)
        {
            return [];
        }

        ReadOnlySpan<char> rest = call.AsSpan(end).Trim();
        List<string> arguments = Brackets.Items(rest is ['(', ..] ? rest : $"({rest})");
        return (call[..end], arguments) switch
        {
            ("delegate" or "instance_delegate", _) => Delegated(arguments),
            ("def_delegators" or "def_instance_delegators", [var to, .. var names]) => [.. names.Select(name => Handed(Plain(name), to, Plain(name)))],
            ("def_delegator" or "def_instance_delegator", [var to, var method]) => [Handed(Plain(method), to, Plain(method))],
            ("def_delegator" or "def_instance_delegator", [var to, var method, var name, ..]) => [Handed(Plain(name), to, Plain(method))],
            ("belongs_to" or "has_one", [var name, ..]) => [(Plain(name), Keyword(arguments, "class_name") is { } type ? Plain(type) : Camel(Plain(name)))],
            _ => [],
        };
    }

    private static List<(string Name, string Type)> Delegated(List<string> arguments)
    {
        if (arguments is [var map] && map.IndexOf("=>", StringComparison.Ordinal) is > 0 and var arrow)
        {
            // delegate [:a, :b] => :c
            string names = map[..arrow].Trim();
            return [.. (names[0] == '[' ? Brackets.Items(names) : [names]).Select(name => Handed(Plain(name), map[(arrow + 2)..], Plain(name)))];
        }

        if (Keyword(arguments, "to") is not { } to)
        {
            return [];
        }

        string prefix = Keyword(arguments, "prefix") switch { null or "false" => "", "true" => $"{Plain(to).TrimStart('@')}_", var written => $"{Plain(written)}_" };
        return [.. arguments.Where(argument => argument[0] == ':' && !argument.Contains("=>", StringComparison.Ordinal)).Select(name => Handed($"{prefix}{Plain(name)}", to, Plain(name)))];
    }

    private static (string Name, string Type) Handed(string name, string to, string method) => (name, $"={(Plain(to) is "class" ? "self.class" : Plain(to))}.{method}");

    /// <summary>The value of an argument with a name: <c>to: :engine</c> or <c>:to => :engine</c>.</summary>
    private static string? Keyword(List<string> arguments, string name)
    {
        foreach (string argument in arguments)
        {
            foreach (string head in (string[])[$"{name}:", $":{name} =>"])
            {
                if (argument.StartsWith(head, StringComparison.Ordinal))
                {
                    return argument[head.Length..].Trim();
                }
            }
        }

        return null;
    }

    private static string Plain(string written) => Names.Unquoted(written).ToString();

    private static string Camel(string name) => string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
}
