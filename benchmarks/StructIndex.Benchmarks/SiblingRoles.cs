using System.Globalization;
using System.Numerics.Tensors;

namespace StructIndex.Benchmarks;

/// <summary>
/// Confusable siblings: 40 functions that differ in one role word, <c>useAdminJwtValidationMiddleware</c> against <c>useUserJwtValidationMiddleware</c>,
/// one question each, once with the role in name and body, once in the name alone. How often the right one is first, and by how much.
/// </summary>
internal static class SiblingRoles
{
    public const string Help = "MODEL... : 40 functions that differ in one role word ('shipped' is the package's model)";

    public static readonly string[] Roles =
    [
        "Admin", "User", "Guest", "Moderator", "Editor", "Author", "Viewer", "Owner", "Manager", "Operator", "Auditor", "Billing", "Support", "Developer", "Tester",
        "Partner", "Vendor", "Customer", "Supplier", "Reviewer", "Publisher", "Subscriber", "Member", "Staff", "Service", "System", "Device", "Internal", "External",
        "Public", "Tenant", "Student", "Teacher", "Doctor", "Patient", "Driver", "Merchant", "Employee", "Contractor", "Investor",
    ];

    public static int Run(string[] arguments)
    {
        foreach (string file in arguments)
        {
            StaticEmbeddingModel model = file == "shipped" ? CodeModel.Default.Model : StaticEmbeddingModel.Load(file);
            (double inBody, double marginInBody) = Measure(model, roleInBody: true);
            (double inName, double marginInName) = Measure(model, roleInBody: false);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(file),-24} role in name and body: hit@1 {inBody:F3}, margin {marginInBody:F3}; in the name alone: hit@1 {inName:F3}, margin {marginInName:F3}"));
        }

        return 0;
    }

    /// <summary>The fields of the function for a role.</summary>
    public static UnitFields Fields(string role, bool roleInBody)
    {
        string name = $"use{role}JwtValidationMiddleware";
        string check = roleInBody ? $"if (claims.role !== '{role.ToLowerInvariant()}') throw new ForbiddenError('{role.ToLowerInvariant()} role required');" : "if (!claims.role) throw new ForbiddenError('role required');";
        return new UnitFields(
            name,
            "",
            $"src/middleware/{name}.ts",
            $"export function {name}(options: JwtOptions): RequestHandler",
            "",
            $$"""
            export function {{name}}(options: JwtOptions): RequestHandler {
              return async (request, response, next) => {
                const token = readBearerToken(request.headers.authorization);
                const claims = await verifyJwt(token, options.publicKey);
                {{check}}
                request.claims = claims;
                next();
              };
            }
            """);
    }

    /// <summary>The question that a role's function answers.</summary>
    public static string Question(string role) => $"where do we validate JWT tokens for {role.ToLowerInvariant()} routes?";

    /// <summary>How often the right one is first, and its mean distance to the nearest other.</summary>
    public static (double Hit, double Margin) Measure(StaticEmbeddingModel model, bool roleInBody, FieldWeights? weights = null)
    {
        float[][] units = [.. Roles.Select(role =>
        {
            float[] vector = new float[model.Dimensions];
            UnitFields fields = Fields(role, roleInBody);
            model.Embed(fields, fields.Body, weights ?? model.Weights, vector);
            return vector;
        })];
        double hits = 0, margins = 0;
        float[] asked = new float[model.Dimensions];
        for (int i = 0; i < Roles.Length; i++)
        {
            model.EmbedQuery(Question(Roles[i]), asked);
            float own = TensorPrimitives.Dot<float>(asked, units[i]);
            float other = Enumerable.Range(0, Roles.Length).Where(j => j != i).Max(j => TensorPrimitives.Dot<float>(asked, units[j]));
            hits += own > other ? 1 : 0;
            margins += own - other;
        }

        return (hits / Roles.Length, margins / Roles.Length);
    }
}
