using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Finds what a parser could not read, by the tree it made: a file without errors costs one look at its root.</summary>
internal static unsafe class ErrorFinder
{
    /// <summary>A file with more errors than this is read in part, however long it is.</summary>
    private const int MaxErrors = 10_000;

    public static void Find(TsNode root, string parsed, TreeSitterLanguage language, TsBudget* budget, FileFacts facts)
    {
        // A scanner that finds the end of the file too early leaves the rest out without an error.
        int end = parsed.AsSpan().TrimEnd().Length;
        int read = root.HasChildren ? root.LastChild.End : 0;
        if (read >= end && !root.HasError)
        {
            return;
        }

        TsTreeCursor cursor = TreeSitterNative.ts_tree_cursor_new(root);
        try
        {
            Walk(&cursor, budget, facts.Errors);
        }
        finally
        {
            TreeSitterNative.ts_tree_cursor_delete(&cursor);
        }

        if (read < end)
        {
            facts.Errors.Add(new Stretch(end - parsed.AsSpan(read, end - read).TrimStart().Length, end));
        }

        for (Match? match = language.DeclarationPattern?.Match(parsed); match is { Success: true } && !budget->IsSpent; match = match.NextMatch())
        {
            Group name = match.Groups["name"], near = match.Groups["near"];
            if ((name.Success && IsCode(root, name.Index, name.Index + name.Length)) || (near.Success && IsNearError(root, near.Index, near.Index + near.Length)))
            {
                Group declared = name.Success ? name : near;
                facts.Declared.Add(new Stretch(declared.Index, declared.Index + declared.Length));
            }
        }
    }

    /// <summary>
    /// Whether a word is one of the code. In a comment or a string a larger node holds it, which with an error beside it may be one that the
    /// parser made of code. What no node but the root holds, a parser that gave up has not read.
    /// </summary>
    private static bool IsCode(TsNode root, int start, int end)
    {
        TsNode node = root.Spanning(start, end);
        return node.IsError || (node.Start == start && node.End == end) || (node.Start == root.Start && node.End == root.End) ||
            (!node.HasChildren && !node.IsExtra && node.Parent.HasError);
    }

    /// <summary>Whether a word is the name of a declarator in something with an error.</summary>
    private static bool IsNearError(TsNode root, int start, int end)
    {
        TsNode node = root.Spanning(start, end);
        return node.IsError || (node.Start == start && node.End == end && !node.Parent.IsNull && (node.Parent.HasError || (!node.Parent.Parent.IsNull && node.Parent.Parent.HasError)));
    }

    /// <summary>
    /// Goes down where an error lies. Of an error, the tokens directly in it and what has no token are not read; well-formed nodes in it
    /// are.
    /// </summary>
    private static void Walk(TsTreeCursor* cursor, TsBudget* budget, List<Stretch> errors)
    {
        Stack<bool> inError = new([false]);
        while (errors.Count < MaxErrors && !budget->IsSpent)
        {
            TsNode node = TreeSitterNative.ts_tree_cursor_current_node(cursor);
            bool isLeaf = !node.HasChildren;
            if (isLeaf && (inError.Peek() || node.IsError || node.IsMissing))
            {
                errors.Add(Stretch.Of(node));
            }

            if (!isLeaf && node.HasError && TreeSitterNative.ts_tree_cursor_goto_first_child(cursor) != 0)
            {
                inError.Push(node.IsError);
                continue;
            }

            while (TreeSitterNative.ts_tree_cursor_goto_next_sibling(cursor) == 0)
            {
                if (inError.Count == 1 || TreeSitterNative.ts_tree_cursor_goto_parent(cursor) == 0)
                {
                    return;
                }

                inError.Pop();
            }
        }
    }
}
