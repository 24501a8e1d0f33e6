namespace StructIndex.Tests;

/// <summary>Edges in the order of the graph's columns.</summary>
public sealed class EdgeTableTests
{
    [Fact]
    public void Edges_are_ordered_by_source_line_target_and_kind_and_of_equal_ends_the_surest_stays_with_its_first_line()
    {
        Random random = new(7);
        for (int round = 0; round < 300; round++)
        {
            int units = random.Next(1, 12);
            List<RawEdge> edges = [.. Enumerable.Range(0, random.Next(80)).Select(_ =>
                new RawEdge(random.Next(units), random.Next(units), (EdgeKind)random.Next(3), (EdgeCertainty)random.Next(4), random.Next(1, 20)))];
            RawEdge[] expected =
            [
                .. edges.GroupBy(edge => (edge.From, edge.To, edge.Kind))
                    .Select(same => same.OrderBy(edge => edge.Certainty).ThenBy(edge => edge.Line).First())
                    .OrderBy(edge => edge.From).ThenBy(edge => edge.Line).ThenBy(edge => edge.To).ThenBy(edge => edge.Kind),
            ];

            EdgeTable table = EdgeTable.Of(edges);
            Assert.Equal(expected, Enumerable.Range(0, table.Count).Select(i => new RawEdge(table.From[i], table.To[i], table.Kinds[i], table.Certainties[i], table.Lines[i])));
        }
    }
}
