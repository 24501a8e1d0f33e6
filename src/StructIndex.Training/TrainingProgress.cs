namespace StructIndex;

/// <summary>Where a training run stands.</summary>
/// <param name="Epoch">The pass over the pairs, from 1.</param>
/// <param name="Step">Steps taken.</param>
/// <param name="Steps">Steps of the whole run.</param>
/// <param name="Loss">Mean loss of the steps since the last report: nats, about ln(batch size) at the start.</param>
/// <param name="PairsPerSecond">Pairs a second since the last report.</param>
/// <param name="DevelopmentMrr">
/// Mean over the languages of MRR@10 on the development pairs, 0 to 1, after an epoch; null otherwise, and where there are none.
/// </param>
public readonly record struct TrainingProgress(int Epoch, int Step, int Steps, double Loss, double PairsPerSecond, double? DevelopmentMrr);
