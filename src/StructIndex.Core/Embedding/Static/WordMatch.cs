using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>
/// How well units answer a question word by word: each word of the question by the largest cosine that any word of the unit has with it,
/// their mean weighed by how rare the question's words are and how long their vectors, which training made long for words that tell much. A
/// vector says what a unit is about as a whole, this whether each thing asked for is there, if only in other words. It is the late
/// interaction of ColBERT (Khattab and Zaharia 2020) over word vectors that are known beforehand.
/// </summary>
internal sealed unsafe class WordMatch
{
    // Bounds the work; questions of more words are rare.
    private const int MaxWords = 32;

    private readonly StaticEmbeddingModel _model;
    private readonly int[] _words;
    private readonly float[] _weights;
    private readonly short[] _wide;

    /// <summary>Takes the words of a question.</summary>
    /// <param name="model">The model whose vectors are compared.</param>
    /// <param name="words">Vocabulary rows of the words, each once; of more than 32 the rarest count.</param>
    public WordMatch(StaticEmbeddingModel model, IEnumerable<int> words)
    {
        _model = model;
        _words = [.. words.OrderByDescending(row => model.Rarity(row)).ThenBy(row => row).Take(MaxWords)];

        // The root: with the rarity itself one rare word decides, with none the common ones do (benchmarks/reports/model.md).
        float[] tells = Array.ConvertAll(_words, row => (float)Math.Sqrt(model.Rarity(row)) * model.RowLengths[row] * model.ScaleOf(row, UnitField.Query));
        float sum = tells.Sum();
        _weights = Array.ConvertAll(tells, weight => sum > 0 ? weight / sum : 0);
        _wide = new short[_words.Length * model.Dimensions];
        for (int word = 0; word < _words.Length; word++)
        {
            model.Widen(_words[word], _wide.AsSpan(word * model.Dimensions, model.Dimensions));
        }
    }

    /// <summary>Reads a question.</summary>
    /// <param name="model">The model whose vectors are compared.</param>
    /// <param name="question">The question, of which the first 60 tokens count.</param>
    /// <param name="leaveOut">Words that only hold a question together; a question of nothing else keeps them.</param>
    public static WordMatch Of(StaticEmbeddingModel model, ReadOnlySpan<char> question, Func<string, bool> leaveOut)
    {
        int[] all = model.RowsOf(question), content = Array.FindAll(all, row => !leaveOut(model.Vocabulary.Word(row).ToString()));
        return new WordMatch(model, content.Length == 0 ? all : content);
    }

    /// <summary>Scores units: 1 where one holds every word, 0 where nothing in it is near to any.</summary>
    /// <param name="units">The vocabulary rows of each unit (<see cref="StaticEmbeddingModel.RowsOf(in UnitFields)"/>).</param>
    /// <param name="scores">Receives one score a unit.</param>
    public void Score(ReadOnlySpan<int[]> units, Span<float> scores)
    {
        scores.Clear();
        if (_words.Length == 0)
        {
            return;
        }

        // Most words stand in many units, so their cosines are kept, by 1 + their place.
        int[] places = ArrayPool<int>.Shared.Rent(_model.Vocabulary.Count);
        places.AsSpan(0, _model.Vocabulary.Count).Clear();
        List<float> cosines = [];
        Span<float> best = stackalloc float[_words.Length], own = stackalloc float[_words.Length];
        for (int unit = 0; unit < units.Length; unit++)
        {
            best.Clear();
            foreach (int row in units[unit])
            {
                if (places[row] == 0)
                {
                    Compare(row, own);
                    cosines.AddRange(own);
                    places[row] = cosines.Count / own.Length;
                }

                TensorPrimitives.Max(best, CollectionsMarshal.AsSpan(cosines).Slice((places[row] - 1) * own.Length, own.Length), best);
            }

            scores[unit] = TensorPrimitives.Dot(best, _weights);
        }

        ArrayPool<int>.Shared.Return(places);
    }

    private void Compare(int row, Span<float> cosines)
    {
        float[] lengths = _model.RowLengths;
        fixed (short* at = _wide)
        {
            for (int word = 0; word < cosines.Length; word++)
            {
                float product = lengths[row] * lengths[_words[word]];
                cosines[word] = product > 0 ? VectorKernels.Dot(_model.RowAt(row), at + (word * _model.Dimensions), _model.Dimensions) / product : 0;
            }
        }
    }
}
