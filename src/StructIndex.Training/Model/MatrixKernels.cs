using System.Runtime.Intrinsics;

namespace StructIndex;

/// <summary>
/// Products of row-major float matrices, a block of rows at a time so that callers can share the rows out between threads.
/// </summary>
/// <remarks>
/// Every element is summed in the order of k whatever the block, so results do not depend on how the rows are shared out.
/// </remarks>
internal static unsafe class MatrixKernels
{
    /// <summary>Columns of the right-hand matrix that are packed together and kept in the first-level cache.</summary>
    private const int PanelColumns = 2 * Lanes;

    private const int PanelRows = 256;
    private const int TileRows = 4;
    private const int Lanes = 8;

    /// <summary>Floats of scratch space that <see cref="Multiply"/> needs.</summary>
    public const int ScratchFloats = PanelColumns * PanelRows;

    /// <summary>Rows [from, to) of C = A x B.</summary>
    /// <param name="a">
    /// A, of which element (i, k) lies at i x <paramref name="aRow"/> + k x <paramref name="aColumn"/>; so a transposed matrix can be read
    /// in place.
    /// </param>
    /// <param name="aRow">Distance between two rows of A.</param>
    /// <param name="aColumn">Distance between two columns of A.</param>
    /// <param name="b">B, of <paramref name="inner"/> rows and <paramref name="columns"/> columns, row-major.</param>
    /// <param name="c">C, row-major, <paramref name="columns"/> columns; overwritten.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">Row after the last.</param>
    /// <param name="inner">Columns of A, rows of B.</param>
    /// <param name="columns">Columns of B and C; a multiple of 16.</param>
    /// <param name="scratch">Room for <see cref="ScratchFloats"/> floats, of one thread alone.</param>
    public static void Multiply(float* a, nint aRow, nint aColumn, float* b, float* c, int from, int to, int inner, int columns, float* scratch)
    {
        for (int k0 = 0; k0 < inner; k0 += PanelRows)
        {
            int k1 = Math.Min(k0 + PanelRows, inner);
            for (int j = 0; j < columns; j += PanelColumns)
            {
                for (int k = k0; k < k1; k++)
                {
                    float* source = b + ((nint)k * columns) + j;
                    float* packed = scratch + ((k - k0) * PanelColumns);
                    Vector256.Store(Vector256.Load(source), packed);
                    Vector256.Store(Vector256.Load(source + Lanes), packed + Lanes);
                }

                int i = from;
                for (; i <= to - TileRows; i += TileRows)
                {
                    Tile4(a + (i * aRow) + (k0 * aColumn), aRow, aColumn, scratch, c + ((nint)i * columns) + j, columns, k1 - k0, k0 > 0);
                }

                for (; i < to; i++)
                {
                    Tile1(a + (i * aRow) + (k0 * aColumn), aColumn, scratch, c + ((nint)i * columns) + j, k1 - k0, k0 > 0);
                }
            }
        }
    }

    /// <summary>
    /// Columns become rows: rows [from, to) of the result, which has as many columns as <paramref name="source"/> has rows.
    /// </summary>
    public static void Transpose(float* source, float* target, int rows, int columns, int from, int to)
    {
        for (int r0 = 0; r0 < rows; r0 += Lanes)
        {
            int r1 = Math.Min(r0 + Lanes, rows);
            for (int column = from; column < to; column++)
            {
                for (int row = r0; row < r1; row++)
                {
                    target[((nint)column * rows) + row] = source[((nint)row * columns) + column];
                }
            }
        }
    }

    // Eight sums are in flight: enough to hide the latency of multiply-and-add at two a cycle.
    private static void Tile4(float* a, nint aRow, nint aColumn, float* panel, float* c, nint columns, int count, bool add)
    {
        float* a1 = a + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
        float* c1 = c + columns, c2 = c1 + columns, c3 = c2 + columns;
        Vector256<float> s00 = default, s01 = default, s10 = default, s11 = default;
        Vector256<float> s20 = default, s21 = default, s30 = default, s31 = default;
        if (add)
        {
            (s00, s01) = (Vector256.Load(c), Vector256.Load(c + Lanes));
            (s10, s11) = (Vector256.Load(c1), Vector256.Load(c1 + Lanes));
            (s20, s21) = (Vector256.Load(c2), Vector256.Load(c2 + Lanes));
            (s30, s31) = (Vector256.Load(c3), Vector256.Load(c3 + Lanes));
        }

        nint at = 0;
        for (float* end = panel + (count * PanelColumns); panel < end; panel += PanelColumns, at += aColumn)
        {
            Vector256<float> b0 = Vector256.Load(panel), b1 = Vector256.Load(panel + Lanes);
            Vector256<float> x = Vector256.Create(a[at]);
            s00 = Vector256.MultiplyAddEstimate(x, b0, s00);
            s01 = Vector256.MultiplyAddEstimate(x, b1, s01);
            x = Vector256.Create(a1[at]);
            s10 = Vector256.MultiplyAddEstimate(x, b0, s10);
            s11 = Vector256.MultiplyAddEstimate(x, b1, s11);
            x = Vector256.Create(a2[at]);
            s20 = Vector256.MultiplyAddEstimate(x, b0, s20);
            s21 = Vector256.MultiplyAddEstimate(x, b1, s21);
            x = Vector256.Create(a3[at]);
            s30 = Vector256.MultiplyAddEstimate(x, b0, s30);
            s31 = Vector256.MultiplyAddEstimate(x, b1, s31);
        }

        Vector256.Store(s00, c);
        Vector256.Store(s01, c + Lanes);
        Vector256.Store(s10, c1);
        Vector256.Store(s11, c1 + Lanes);
        Vector256.Store(s20, c2);
        Vector256.Store(s21, c2 + Lanes);
        Vector256.Store(s30, c3);
        Vector256.Store(s31, c3 + Lanes);
    }

    private static void Tile1(float* a, nint aColumn, float* panel, float* c, int count, bool add)
    {
        Vector256<float> s0 = add ? Vector256.Load(c) : default, s1 = add ? Vector256.Load(c + Lanes) : default;
        for (int k = 0; k < count; k++)
        {
            Vector256<float> x = Vector256.Create(a[k * aColumn]);
            s0 = Vector256.MultiplyAddEstimate(x, Vector256.Load(panel + (k * PanelColumns)), s0);
            s1 = Vector256.MultiplyAddEstimate(x, Vector256.Load(panel + (k * PanelColumns) + Lanes), s1);
        }

        Vector256.Store(s0, c);
        Vector256.Store(s1, c + Lanes);
    }
}
