namespace StructIndex;

/// <content>Expressions and what takes their values.</content>
internal sealed partial class UseReader
{
    /// <summary>Longer expressions (UTF-16 units) are not looked into.</summary>
    private const int MaxExpression = 8_000;

    /// <summary>Longer targets (UTF-16 units) are no names.</summary>
    private const int MaxTarget = 200;

    public List<AssignedValue> Values()
    {
        List<AssignedValue> values = [];
        HashSet<(Entry? Container, string Name)> globals = [];
        for (int i = 0; i < _containers.Length; i++)
        {
            Use use = facts.Uses[i];
            if (use.Role == CaptureRole.Global)
            {
                globals.Add((_containers[i], names.Get(NameOf(use))));
            }

            if (KindOf(use.Role) is not { } kind)
            {
                continue;
            }

            bool isResult = kind is AssignedValueKind.Returned or AssignedValueKind.Yielded;
            ReadOnlySpan<char> target = isResult ? [] : NameOf(use);
            target = target is ['(', .. var inside, ')'] ? inside.Trim() : target;
            SourceSpan value = isResult ? new SourceSpan(use.Start, use.End) : new SourceSpan(use.Detail.Start, use.Detail.End);
            if (value.Length <= MaxExpression && target.Length <= MaxTarget && MayHandOn(text.AsSpan(value.Start, value.Length)))
            {
                string name = names.Get(target);
                values.Add(new AssignedValue(name, value, globals.Contains((_containers[i], name)) ? null : DeclarationBuilder.DeclarationAround(_containers[i]), kind));
            }
        }

        return values;
    }

    /// <summary>Whether an expression may hand on a function: no number, text or constant does.</summary>
    private static bool MayHandOn(ReadOnlySpan<char> value) =>
        value is not ([>= '0' and <= '9' or '"' or '\'' or '-', ..] or [>= 'a' and <= 'z', '"' or '\'', ..] or [.., '"' or '\''] or "True" or "False" or "None");

    private static AssignedValueKind? KindOf(CaptureRole role) => role switch
    {
        CaptureRole.Assigned => AssignedValueKind.Whole,
        CaptureRole.AssignedElements => AssignedValueKind.Elements,
        CaptureRole.Entered => AssignedValueKind.Entered,
        CaptureRole.Merged => AssignedValueKind.Merged,
        CaptureRole.Returned => AssignedValueKind.Returned,
        CaptureRole.Yielded => AssignedValueKind.Yielded,
        _ => null,
    };
}
