using System.Linq.Expressions;

namespace StructIndex;

/// <summary>Makes a predicate over records one over units, so that no record need be made to be refused.</summary>
internal sealed class RecordFilter : ExpressionVisitor
{
    private static readonly ParameterExpression s_unit = Expression.Parameter(typeof(CodeUnit), "unit");

    private static readonly Dictionary<string, Expression> s_properties = new()
    {
        [nameof(CodeUnitRecord.Id)] = Over(unit => unit.Id),
        [nameof(CodeUnitRecord.Path)] = Over(unit => unit.Path),
        [nameof(CodeUnitRecord.StartLine)] = Over(unit => unit.Lines.Start),
        [nameof(CodeUnitRecord.EndLine)] = Over(unit => unit.Lines.End),
        [nameof(CodeUnitRecord.Language)] = Over(unit => unit.Language),
        [nameof(CodeUnitRecord.Kind)] = Over(unit => unit.Kind.ToString()),
        [nameof(CodeUnitRecord.Role)] = Over(unit => unit.Role.ToString()),
        [nameof(CodeUnitRecord.QualifiedName)] = Over(unit => unit.QualifiedName),
        [nameof(CodeUnitRecord.Signature)] = Over(unit => unit.Signature),
        [nameof(CodeUnitRecord.Documentation)] = Over(unit => unit.Documentation),
    };

    private readonly ParameterExpression _record;

    private RecordFilter(ParameterExpression record) => _record = record;

    /// <summary>Translates a filter.</summary>
    /// <param name="filter">The filter; null for none.</param>
    /// <exception cref="NotSupportedException">The filter reads what a unit does not have.</exception>
    public static Func<CodeUnit, bool>? Translate(Expression<Func<CodeUnitRecord, bool>>? filter) => filter is null
        ? null
        : Expression.Lambda<Func<CodeUnit, bool>>(new RecordFilter(filter.Parameters[0]).Visit(filter.Body), s_unit).Compile();

    protected override Expression VisitMember(MemberExpression node) => node.Expression != _record
        ? base.VisitMember(node)
        : s_properties.GetValueOrDefault(node.Member.Name) ?? throw Refusal(node.Member.Name);

    protected override Expression VisitParameter(ParameterExpression node) => node == _record ? throw Refusal("the record itself") : base.VisitParameter(node);

    private static Expression Over<T>(Expression<Func<CodeUnit, T>> value) => new Swap(value.Parameters[0]).Visit(value.Body);

    private static NotSupportedException Refusal(string what) => new(
        $"A filter over an index cannot read {what}; it can read {string.Join(", ", s_properties.Keys)}.");

    private sealed class Swap(ParameterExpression from) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? s_unit : node;
    }
}
