namespace StructIndex;

/// <summary>
/// How a static model is trained. The defaults were chosen by ablations on development data; where the runs behind the model that the
/// package carries differ from them, <c>benchmarks/reports/model.md</c> says so.
/// </summary>
public sealed record TrainingOptions
{
    /// <summary>Components of a vector; a multiple of 64.</summary>
    /// <value>The default value is 256: 384 gained .001 at half again the size.</value>
    public int Dimensions { get; init; } = 256;

    /// <summary>Most words with a vector, at most 65,535. The most counted ones are taken, documentation counting three times.</summary>
    /// <value>The default value is 44,000.</value>
    public int VocabularySize { get; init; } = 44_000;

    /// <summary>A word that was counted less often gets no vector of its own.</summary>
    /// <value>The default value is 5.</value>
    public int MinOccurrences { get; init; } = 5;

    /// <summary>
    /// Share of the packages that are learned from, for cheap comparisons and learning curves; the development pairs stay the same.
    /// </summary>
    /// <value>The default value is 1: all.</value>
    public double PackageShare { get; init; } = 1;

    /// <summary>
    /// Most pairs of one package in one pass, drawn anew for each; 0 for all, so that large packages speak as often as they have pairs.
    /// </summary>
    /// <value>The default value is 0.</value>
    public int PairsOfAPackage { get; init; }

    /// <summary>Passes over the pairs.</summary>
    /// <value>The default value is 3: five gained nothing.</value>
    public int Epochs { get; init; } = 3;

    /// <summary>Pairs of one step, each the negative of all others; a multiple of 16.</summary>
    /// <value>The default value is 1,024.</value>
    public int BatchSize { get; init; } = 1024;

    /// <summary>About how many pairs of one package stand together in a batch.</summary>
    /// <value>The default value is 256.</value>
    public int GroupSize { get; init; } = 256;

    /// <summary>
    /// Most pairs of one file that stand together: the hardest negatives, <c>validateAdminToken</c> against <c>validateUserToken</c>.
    /// </summary>
    /// <value>The default value is 64.</value>
    public int RunLength { get; init; } = 64;

    /// <summary>How many groups are looked at for the one that is most like the first of a batch; 0 to take them in random order.</summary>
    /// <value>The default value is 0.</value>
    public int SimilarGroups { get; init; }

    /// <summary>Temperature of the softmax over a batch.</summary>
    /// <value>The default value is 0.07; learning it gained nothing.</value>
    public double Temperature { get; init; } = .07;

    /// <summary>Learning rate of the word vectors at the first step; it falls linearly to a tenth.</summary>
    /// <value>The default value is 0.15.</value>
    public double LearningRate { get; init; } = .15;

    /// <summary>What share of the learning rates is left at the last step.</summary>
    /// <value>The default value is 0.1.</value>
    public double FinalRateShare { get; init; } = .1;

    /// <summary>How often a word of a query that the name holds too is left out, so that other words must find the code.</summary>
    /// <value>The default value is 0.</value>
    public double NameWordDropout { get; init; }

    /// <summary>How often a query is the name of the code alone, as people ask for symbols.</summary>
    /// <value>The default value is 0.</value>
    public double SymbolProbability { get; init; }

    /// <summary>Learning rate of field weights and word scalars at the first step.</summary>
    /// <value>The default value is 0.02.</value>
    public double ScalarLearningRate { get; init; } = .02;

    /// <summary>Share of a query's words that are left out at random.</summary>
    /// <value>The default value is 0.1.</value>
    public double TokenDropout { get; init; } = .1;

    /// <summary>How often the query is the first sentence of the documentation alone; otherwise the whole paragraph.</summary>
    /// <value>The default value is 0.5.</value>
    public double SentenceProbability { get; init; } = .5;

    /// <summary>Weight of what follows the first sentence.</summary>
    /// <value>The default value is 0.49.</value>
    public double RestWeight { get; init; } = .49;

    /// <summary>
    /// How often the rest of the documentation stands beside the code when the first sentence alone is the query, as it does in an index.
    /// </summary>
    /// <value>The default value is 0.</value>
    public double DocumentationProbability { get; init; }

    /// <summary>
    /// How often a query begins with the opening of a question (<c>where is the</c>, <c>how do I</c>), so that the model learns to overlook
    /// it.
    /// </summary>
    /// <value>The default value is 0.5.</value>
    public double QuestionProbability { get; init; } = .5;

    /// <summary>How often the language's name is added to a query.</summary>
    /// <value>The default value is 0.25.</value>
    public double LanguageProbability { get; init; } = .25;

    /// <summary>How often a pair of a whole file comes in an epoch.</summary>
    /// <value>The default value is 3: files are few and teach what a file is about.</value>
    public int FileRepeats { get; init; } = 3;

    /// <summary>
    /// How far the finished vectors of rare words turn towards those of their other forms (<c>parsed</c>, <c>parsing</c>): a word that was
    /// seen n times keeps n / (n + this) of its own direction.
    /// </summary>
    /// <value>The default value is 0: none.</value>
    public double FamilyCount { get; init; }

    /// <summary>Whether a word has a scalar for each field and for the query, in place of one for all.</summary>
    public bool FieldScalars { get; init; }

    /// <summary>
    /// Field weights that training begins with. That of the documentation stays as it is where <see cref="DocumentationProbability"/> is 0.
    /// </summary>
    public FieldWeights InitialWeights { get; init; } = new(2, .5f, .5f, 1, 1.08f, 1.5f);

    /// <summary>Field weights of the finished model; null for the learned ones.</summary>
    /// <value>
    /// The default value was fitted on units of repositories: there the documentation stands beside the code and the path says more.
    /// </value>
    public FieldWeights? FinalWeights { get; init; } = new(.9f, 1, 1, .5f, 1.1f, .8f);

    /// <summary>
    /// A model file to go on from: its vectors are what training begins with, for words that it lacks those of their pieces. A smaller
    /// <see cref="LearningRate"/> then keeps what it knows. Null to begin with random vectors.
    /// </summary>
    public string? InitialModel { get; init; }

    /// <summary>Seed of everything random.</summary>
    /// <value>The default value is 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Threads. The result does not depend on their number.</summary>
    /// <value>The default value is the number of processors.</value>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Name of the model, for people; at most 256 bytes of UTF-8.</summary>
    /// <value>The default value is <c>code</c>.</value>
    public string Name { get; init; } = "code";

    /// <summary>Throws when an option is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is; the parameter's name is the option's.</exception>
    internal void Validate()
    {
        Require(Dimensions is > 0 and <= 4096 && Dimensions % RowKernels.Block == 0, nameof(Dimensions), Dimensions);
        Require(VocabularySize is > 0 and <= ushort.MaxValue, nameof(VocabularySize), VocabularySize);
        Require(MinOccurrences >= 1, nameof(MinOccurrences), MinOccurrences);
        Require(PackageShare is > 0 and <= 1, nameof(PackageShare), PackageShare);
        Require(PairsOfAPackage >= 0, nameof(PairsOfAPackage), PairsOfAPackage);
        Require(Epochs >= 1, nameof(Epochs), Epochs);
        Require(BatchSize is >= 16 and <= 16_384 && BatchSize % 16 == 0, nameof(BatchSize), BatchSize);
        Require(GroupSize >= 1, nameof(GroupSize), GroupSize);
        Require(RunLength >= 1, nameof(RunLength), RunLength);
        Require(SimilarGroups >= 0, nameof(SimilarGroups), SimilarGroups);
        Require(Temperature is >= .02 and <= 1, nameof(Temperature), Temperature);
        Require(LearningRate is > 0 and < 10, nameof(LearningRate), LearningRate);
        Require(ScalarLearningRate is >= 0 and < 10, nameof(ScalarLearningRate), ScalarLearningRate);
        Require(TokenDropout is >= 0 and < 1, nameof(TokenDropout), TokenDropout);
        Require(SentenceProbability is >= 0 and <= 1, nameof(SentenceProbability), SentenceProbability);
        Require(RestWeight is >= 0 and <= 1, nameof(RestWeight), RestWeight);
        Require(DocumentationProbability is >= 0 and <= 1, nameof(DocumentationProbability), DocumentationProbability);
        Require(QuestionProbability is >= 0 and <= 1, nameof(QuestionProbability), QuestionProbability);
        Require(LanguageProbability is >= 0 and <= 1, nameof(LanguageProbability), LanguageProbability);
        Require(FinalRateShare is >= 0 and <= 1, nameof(FinalRateShare), FinalRateShare);
        Require(NameWordDropout is >= 0 and < 1, nameof(NameWordDropout), NameWordDropout);
        Require(SymbolProbability is >= 0 and < 1, nameof(SymbolProbability), SymbolProbability);
        Require(FamilyCount is >= 0 and < 1e9, nameof(FamilyCount), FamilyCount);
        Require(FileRepeats >= 0, nameof(FileRepeats), FileRepeats);
        Require(Threads >= 1, nameof(Threads), Threads);
    }

    private static void Require(bool holds, string option, object value)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(option, value, $"{option} is out of range.");
        }
    }
}
