using System.Globalization;

namespace StructIndex;

/// <content>What lists, tuples, sets and dictionaries hold.</content>
internal sealed partial class FunctionValues
{
    private static string Key(int index) => index.ToString(CultureInfo.InvariantCulture);

    /// <summary>What an element of an expression may be.</summary>
    /// <param name="container">The expression.</param>
    /// <param name="key">The key or index as written; null for any. A slice gives a container.</param>
    /// <param name="site">Where both stand.</param>
    /// <param name="depth">How many expressions have led here.</param>
    private List<CodeValue> Element(string container, string? key, ValueSite site, int depth)
    {
        if (!Open(container, key ?? "", site, depth))
        {
            return [];
        }

        List<CodeValue> values = key is not null && ValueExpression.Find(key, ":") is >= 0 and var colon ? Slice(container, key[..colon], site, depth) : Elements(container, key, site, depth);
        _open.Remove((site.File, site.From, container, key ?? ""));
        return values;
    }

    private List<CodeValue> Elements(string container, string? key, ValueSite site, int depth)
    {
        List<CodeValue> values = [.. Held(container, site).SelectMany(held => Held(held.Flow, held.File, key, depth))];
        foreach (CodeValue value in Of(container, site, depth))
        {
            for (int i = 0; i < value.Items.Count; i++)
            {
                values.AddRange(Item(value.Items[i], i, key, value.Site, depth + 1));
            }

            values.AddRange(value.IsObject ? Given(value.Unit, key is null ? "__iter__" : "__getitem__", depth).SelectMany(given => key is null ? Iterated(given, depth) : [given]) : []);
        }

        return values;
    }

    /// <summary>The items from an index on, where they are written out; else all, by no index.</summary>
    private List<CodeValue> Slice(string container, string start, ValueSite site, int depth)
    {
        List<CodeValue> values = Of(container, site, depth);
        return int.TryParse(start, CultureInfo.InvariantCulture, out int from) && from >= 0 && !Held(container, site).Any() && values.TrueForAll(value => !value.Items.Any(item => item[0] == '*'))
            ? values.ConvertAll(value => value with { Items = [.. value.Items.Skip(from)] }) : [CodeValue.Container([$"*{container}"], site)];
    }

    /// <summary>What a method of a type gives; nothing where it has none.</summary>
    private IEnumerable<CodeValue> Given(int type, string method, int depth) => Members(type, method).SelectMany(unit => Results(unit, depth + 1));

    /// <summary>The elements of what <c>__iter__</c> gives: of a generator, or of an object with <c>__next__</c>.</summary>
    private IEnumerable<CodeValue> Iterated(CodeValue iterator, int depth) =>
        iterator.IsObject ? Given(iterator.Unit, "__next__", depth) : iterator.Items.SelectMany((item, i) => Item(item, i, null, iterator.Site, depth + 1));

    /// <summary>What entering an expression gives: what its <c>__enter__</c> does, or what a function yields that is made a context.</summary>
    private List<CodeValue> Entered(string text, ValueSite site, int depth)
    {
        List<CodeValue> values = [];
        foreach (CodeValue value in Of(text, site, depth))
        {
            values.AddRange(value.IsObject ? Given(value.Unit, "__enter__", depth) : value.Items.SelectMany((item, i) => Item(item, i, null, value.Site, depth + 1)));
        }

        return values;
    }

    private List<CodeValue> Item(string item, int index, string? key, ValueSite site, int depth)
    {
        if (item[0] == '*')
        {
            return Element(item.TrimStart('*'), item.StartsWith("**", StringComparison.Ordinal) ? key : null, site, depth);
        }

        (string? written, string value) = ValueExpression.Item(item);
        return AreSame(written ?? Key(index), key) ? Of(value, site, depth) : [];
    }

    /// <summary>What was put into a variable or field, by the name of it.</summary>
    private IEnumerable<(ValueFlow Flow, FileScope File)> Held(string container, ValueSite site)
    {
        if (FileValues.Field(site.File.Rules, container, site.From) is var (type, field))
        {
            return site.File.Values.In(type, field).Select(flow => (flow, site.File));
        }

        for (CodeDeclaration? scope = site.From; scope is not null; scope = scope.Parent)
        {
            if (site.File.Values.In(scope, container) is { Count: > 0 } flows)
            {
                return IsOpen(site.File) || UnitBodies.IsContainer(scope.Kind) ? flows.Select(flow => (flow, site.File)) : [];
            }
        }

        IReadOnlyList<ValueFlow> own = site.File.Values.In(null, container);
        IEnumerable<(ValueFlow Flow, FileScope File)> all = own.Select(flow => (flow, site.File));
        foreach (ImportedName import in own.Count == 0 ? site.File.Imports.Named(container) : [])
        {
            if (import.Name is { } original && Symbols.Modules.Find(site.File.File, import.Module) is { Kind: NameScopeKind.File, Index: >= 0 and var from })
            {
                FileScope file = Symbols.ScopeOf(from);
                all = all.Concat(file.Values.In(null, original).Select(flow => (flow, file)));
            }
        }

        return all;
    }

    private List<CodeValue> Held(ValueFlow flow, FileScope file, string? key, int depth)
    {
        string text = Text(flow.Assigned, file);
        ValueSite site = new(file, flow.Assigned.Scope, flow.Assigned.Value.Start);
        return flow.Assigned.Kind == AssignedValueKind.Merged ? Element(text, key, site, depth + 1)
            : AreSame(flow.Key, key) ? Of(Part(text, flow.Path), site, depth + 1) : [];
    }

    /// <summary>One of the names that take the elements of an expression apart: <c>for key, step in steps.items()</c>; nothing deeper.</summary>
    private List<CodeValue> Paired(string text, string path, ValueSite site, int depth)
    {
        if (!int.TryParse(path.AsSpan(1, path.Length - 2), CultureInfo.InvariantCulture, out int index))
        {
            return [];
        }

        ValueExpression expression = ValueExpression.Of(text);
        if (expression is { Kind: ValueExpressionKind.Call, Parts: var parts })
        {
            string callee = parts[0];
            if (index == 1 && callee.EndsWith(".items", StringComparison.Ordinal))
            {
                return Element(callee[..^6], null, site, depth);
            }

            if (callee == "zip" || (callee == "enumerate" && index == 1))
            {
                index = callee == "zip" ? index + 1 : 1;
                return index < parts.Count ? Element(parts[index], null, site, depth) : [];
            }
        }

        List<CodeValue> values = [];
        foreach (CodeValue element in Element(text, null, site, depth))
        {
            for (int i = 0; i < element.Items.Count; i++)
            {
                values.AddRange(Item(element.Items[i], i, Key(index), element.Site, depth + 1));
            }
        }

        return values;
    }

    /// <summary>Whether two keys may be the same: where both are written out they must be equal.</summary>
    private static bool AreSame(string? one, string? other) =>
        one is null || other is null || !IsWritten(one) || !IsWritten(other) || one.Trim('"', '\'') == other.Trim('"', '\'');

    private static bool IsWritten(string key) => key is ['"' or '\'', ..] || (key.Length > 0 && char.IsAsciiDigit(key[0]));
}
