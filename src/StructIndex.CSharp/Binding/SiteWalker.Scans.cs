using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <content>
/// Classes that a scan of assemblies registers with a container of services, as Scrutor writes it:
/// <c>Scan(s => s.FromAssemblyOf&lt;T&gt;().AddClasses(c => c.AssignableTo&lt;IStore&gt;()).AsImplementedInterfaces())</c>.
/// </content>
internal sealed partial class SiteWalker
{
    /// <summary>A scan that takes more classes than this says nothing of any of them.</summary>
    private const int MaxScanned = 256;

    /// <summary>The classes that a scan takes are named by it, and so are the types that choose them.</summary>
    private void RegisterScanned(InvocationExpressionSyntax scan)
    {
        HashSet<IAssemblySymbol> assemblies = new(SymbolEqualityComparer.Default);
        foreach (InvocationExpressionSyntax step in scan.ArgumentList.DescendantNodes().OfType<InvocationExpressionSyntax>().OrderBy(step => NameOf(step)?.SpanStart ?? 0))
        {
            SimpleNameSyntax? name = NameOf(step);
            switch (name?.Identifier.ValueText)
            {
                case "FromAssemblyOf" or "FromAssembliesOf":
                    foreach (TypeSyntax type in TypesIn(step, name))
                    {
                        assemblies.UnionWith(_model.GetSymbolInfo(type, _cancellationToken).Symbol is INamedTypeSymbol { ContainingAssembly: { } assembly } ? [assembly] : []);
                    }

                    break;
                case "FromCallingAssembly" or "FromExecutingAssembly" or "FromEntryAssembly":
                    assemblies.Add(_model.Compilation.Assembly);
                    break;
                case "AssignableTo" or "AssignableToAny":
                    foreach (TypeSyntax type in TypesIn(step, name))
                    {
                        AddScanned(assemblies, _model.GetSymbolInfo(type, _cancellationToken).Symbol as INamedTypeSymbol, type.SpanStart);
                    }

                    break;
                case "AddClasses" when step.ArgumentList.Arguments.Count == 0:
                    AddScanned(assemblies, _model.Compilation.ObjectType, name.SpanStart);
                    break;
                default:
                    break;
            }
        }
    }

    private void AddScanned(HashSet<IAssemblySymbol> assemblies, INamedTypeSymbol? wanted, int at)
    {
        Add(wanted, EdgeKind.References, EdgeCertainty.Exact, at);
        INamedTypeSymbol[] classes = [.. assemblies.OfType<ISourceAssemblySymbol>().SelectMany(assembly => ClassesIn(assembly.GlobalNamespace)).Where(type => wanted is not null && IsKindOf(type, wanted)).Take(MaxScanned + 1)];
        foreach (INamedTypeSymbol type in classes.Length > MaxScanned ? [] : classes)
        {
            Add(type, EdgeKind.References, EdgeCertainty.Exact, at);
        }
    }

    private IEnumerable<INamedTypeSymbol> ClassesIn(INamespaceOrTypeSymbol container)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        foreach (INamespaceOrTypeSymbol member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false, IsImplicitlyDeclared: false } type)
            {
                yield return type;
            }

            foreach (INamedTypeSymbol inner in ClassesIn(member))
            {
                yield return inner;
            }
        }
    }

    private static bool IsKindOf(INamedTypeSymbol type, INamedTypeSymbol wanted)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, wanted.OriginalDefinition))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, wanted.OriginalDefinition));
    }
}
