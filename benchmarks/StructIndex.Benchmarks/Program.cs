using StructIndex.Benchmarks;

return await Verbs.RunAsync(args);
