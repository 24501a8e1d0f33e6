namespace StructIndex.Benchmarks;

/// <summary>A unit as models are judged by: where it stands, its fields, and the pieces that are embedded apart.</summary>
internal sealed record ProbeUnit(LineRange Lines, UnitFields Fields, (int Start, int Length)[] Pieces)
{
    public IEnumerable<UnitFields> Rows =>
        Pieces.Length == 0 ? [Fields] : Pieces.Select(p => Fields with { Body = Fields.Body.Substring(p.Start, p.Length) });
}
