namespace StructIndex;

/// <summary>What a training run gave.</summary>
/// <param name="Pairs">Pairs that were learned from.</param>
/// <param name="Words">Words with a vector.</param>
/// <param name="LearnedWeights">
/// Field weights as training left them; the model has others when <see cref="TrainingOptions.FinalWeights"/> says so.
/// </param>
/// <param name="DevelopmentMrr">Mean over the languages of MRR@10 on the development pairs, 0 to 1; null where there are none.</param>
/// <param name="ExportedMrr">
/// The same of the finished model, whose vectors are signed bytes, under the learned field weights: what the bytes cost.
/// </param>
/// <param name="Duration">Time of this run, without what an earlier one had done before it was resumed.</param>
public sealed record TrainingResult(int Pairs, int Words, FieldWeights LearnedWeights, double? DevelopmentMrr, double? ExportedMrr, TimeSpan Duration);
