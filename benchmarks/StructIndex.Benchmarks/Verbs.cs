namespace StructIndex.Benchmarks;

/// <summary>The benchmark programs, by name: <c>dotnet run -c Release --project benchmarks/StructIndex.Benchmarks -- VERB ...</c>.</summary>
internal static class Verbs
{
    private static readonly SortedDictionary<string, (string Help, Func<string[], Task<int>> Run)> s_verbs = new(StringComparer.Ordinal)
    {
        ["context"] = (ContextRecall.Help, ContextRecall.RunAsync),
        ["cancellation"] = (Cancellation.Help, Cancellation.RunAsync),
        ["csharp-binding"] = (CSharpBinding.Help, CSharpBinding.RunAsync),
        ["embed"] = ("units a second of the static model, on one core over the units of a folder", Embed.RunAsync),
        ["train-model"] = ("train a static model from a mined corpus", arguments => Task.FromResult(TrainModel.Run(arguments))),
        ["claim"] = (Claim.Help, Claim.RunAsync),
        ["siblings"] = (SiblingRoles.Help, arguments => Task.FromResult(SiblingRoles.Run(arguments))),
        ["fit-ranker"] = (FitRanker.Help, FitRanker.RunAsync),
        ["read-units"] = (ReadUnits.Help, ReadUnits.RunAsync),
        ["fit-units"] = (FitUnits.Help, FitUnits.RunAsync),
        ["read-features"] = (ReadFeatures.Help, ReadFeatures.RunAsync),
        ["fit-snippets"] = (FitSnippets.Help, FitSnippets.RunAsync),
        ["read-evidence"] = (ReadEvidence.Help, ReadEvidence.RunAsync),
        ["fit-relevance"] = (FitRelevance.Help, FitRelevance.RunAsync),
        ["examples"] = (Examples.Help, Examples.RunAsync),
        ["issues"] = (IssueFunctions.Help, IssueFunctions.RunAsync),
        ["edge-witness"] = (EdgeWitness.Help, EdgeWitness.RunAsync),
        ["il-witness"] = (IlWitness.Help, IlWitness.RunAsync),
        ["impact-history"] = (ImpactHistory.Help, ImpactHistory.RunAsync),
        ["determinism"] = (Determinism.Help, Determinism.RunAsync),
        ["determinism-one"] = (Determinism.OneHelp, Determinism.RunOneAsync),
        ["alive-memory"] = (AliveMemory.Help, AliveMemory.RunAsync),
        ["fuzz"] = (Fuzz.Help, Fuzz.RunAsync),
        ["fuzz-targets"] = (Fuzz.TargetsHelp, Fuzz.ListTargetsAsync),
        ["fuzz-one"] = (FuzzOne.Help, FuzzOne.RunAsync),
        ["long-lives"] = (LongLives.Help, LongLives.RunAsync),
        ["interrupts"] = (Interrupts.Help, Interrupts.RunAsync),
        ["hostile"] = (Hostile.Help, Hostile.RunAsync),
        ["graph-speed"] = (GraphSpeed.Help, GraphSpeed.RunAsync),
        ["held-out"] = (HeldOut.Help, arguments => Task.FromResult(HeldOut.Run(arguments))),
        ["model-report"] = (ModelReport.Help, ModelReport.RunAsync),
        ["agent-tokens"] = (AgentTokens.Help, AgentTokens.RunAsync),
        ["merge"] = (MergeSpeed.Help, MergeSpeed.RunAsync),
        ["merge-models"] = (MergeModels.Help, arguments => Task.FromResult(MergeModels.Run(arguments))),
        ["onnx-claim"] = (OnnxClaim.Help, OnnxClaim.RunAsync),
        ["onnx-speed"] = (OnnxSpeed.Help, OnnxSpeed.RunAsync),
        ["pack-model"] = ("pack trained weights into the file that the library embeds", arguments => Task.FromResult(PackModel.Run(arguments))),
        ["token-counts"] = (TokenCounts.Help, arguments => Task.FromResult(TokenCounts.Run(arguments))),
        ["vectors"] = ("scan 1,000,000 x 256 vectors, beside the machine's one-thread read bandwidth", arguments => Task.FromResult(Vectors.Run(arguments))),
        ["postgres"] = (PostgresEquality.Help, PostgresEquality.RunAsync),
        ["postgres-speed"] = (PostgresSpeed.Help, PostgresSpeed.RunAsync),
        ["quality"] = (Quality.Help, Quality.RunAsync),
        ["repositories"] = (Repositories.Help, Repositories.RunAsync),
        ["repository-kind"] = (RepositoryKinds.OneHelp, RepositoryKinds.RunOneAsync),
        ["repository"] = (Repositories.OneHelp, Repositories.RunOneAsync),
        ["search"] = (SearchSpeed.Help, SearchSpeed.RunAsync),
        ["speed"] = (Speed.Help, Speed.RunAsync),
        ["speed-one"] = (Speed.OneHelp, Speed.RunOneAsync),
        ["styles"] = (Styles.Help, Styles.RunAsync),
        ["styles-trees"] = (StyleTrees.Help, StyleTrees.RunAsync),
        ["update"] = (UpdateSpeed.Help, UpdateSpeed.RunAsync),
        ["update-soak"] = (UpdateSoak.Help, UpdateSoak.RunAsync),
        ["update-law"] = (UpdateLaw.Help, UpdateLaw.RunAsync),
        ["witness"] = ("compare units with the symbols that universal-ctags lists in folders: FOLDER... [--out FILE]", WitnessVerb.RunAsync),
    };

    public static Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length > 0 && s_verbs.TryGetValue(arguments[0], out var verb))
        {
            return verb.Run(arguments[1..]);
        }

        foreach ((string name, (string help, _)) in s_verbs)
        {
            Console.Error.WriteLine($"{name,-14} {help}");
        }

        return Task.FromResult(2);
    }
}
