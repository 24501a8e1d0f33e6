namespace StructIndex;

/// <summary>Finds where long code may be cut: starts of nodes that begin a line inside a node that is long.</summary>
internal static unsafe class BreakFinder
{
    /// <summary>A node is worth cutting from this many UTF-16 units on: half of what makes a declaration long.</summary>
    private const int LongNode = 1500;

    /// <summary>Deeper than any code a person wrote; below it a long node stays whole.</summary>
    private const int MaxDepth = 1000;

    public static void Find(TsNode root, string text, TsBudget* budget, List<int> breaks)
    {
        TsTreeCursor cursor = TreeSitterNative.ts_tree_cursor_new(root);
        try
        {
            int depth = 0;
            bool down = true;
            int visited = 0;
            while (true)
            {
                if (down && TreeSitterNative.ts_tree_cursor_goto_first_child(&cursor) != 0)
                {
                    depth++;
                }
                else
                {
                    while (TreeSitterNative.ts_tree_cursor_goto_next_sibling(&cursor) == 0)
                    {
                        if (depth-- == 0 || TreeSitterNative.ts_tree_cursor_goto_parent(&cursor) == 0)
                        {
                            return;
                        }
                    }
                }

                if ((++visited & 0x3FF) == 0 && budget->IsSpent)
                {
                    return;
                }

                TsNode node = TreeSitterNative.ts_tree_cursor_current_node(&cursor);
                int start = node.Start;
                if (BeginsLine(text, start) && (breaks.Count == 0 || breaks[^1] < start))
                {
                    breaks.Add(start);
                }

                down = node.End - start > LongNode && depth < MaxDepth;
            }
        }
        finally
        {
            TreeSitterNative.ts_tree_cursor_delete(&cursor);
        }
    }

    public static bool BeginsLine(string text, int offset)
    {
        for (int i = offset - 1; i >= 0; i--)
        {
            if (text[i] is '\n' or '\r')
            {
                return true;
            }

            if (!char.IsWhiteSpace(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
