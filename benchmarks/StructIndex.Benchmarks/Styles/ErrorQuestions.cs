using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Messages of errors as they are shown, alone, behind the type of the error, or in a complaint.</summary>
internal static class ErrorQuestions
{
    private const int Count = 20;
    private const int MaxFiles = 3;

    private static readonly string[] s_frames = ["{0}", "{0}", "{0}", "Error: {0}", "fatal: {0}", "getting \"{0}\"", "I get \"{0}\" and do not know why", "when does it say '{0}'", "what causes \"{0}\""];

    public static IEnumerable<StyledQuestion> Of(QuestionMaker maker)
    {
        Random random = maker.Repository.Random("error");
        IGrouping<string, ErrorMessage>[] messages =
        [
            .. maker.Tree.AskedPaths.Order(StringComparer.Ordinal).SelectMany(path => ErrorMessage.In(maker.Tree.File(path)!)).Where(message => maker.Tree.UnitAt(message.Path, message.Line) >= 0)
                .GroupBy(message => message.Template, StringComparer.Ordinal).Where(same => same.Select(message => message.Path).Distinct(StringComparer.Ordinal).Count() <= MaxFiles),
        ];
        random.Shuffle(messages);
        int number = 0;
        foreach (IGrouping<string, ErrorMessage> same in QuestionMaker.Few(messages, same => [.. same.Select(message => message.Path).Distinct(StringComparer.Ordinal)]).Take(Count))
        {
            ErrorMessage first = same.First();
            string shown = first.Shown(random), frame = s_frames[random.Next(s_frames.Length)];
            string query = first.Type.Length > 0 && random.Next(2) == 0 ? $"{first.Type}: {shown}" : string.Format(CultureInfo.InvariantCulture, frame, shown);
            yield return maker.Make("error", number++, query, [.. same.Select(message => maker.Tree.UnitAt(message.Path, message.Line)).Distinct()]);
        }
    }
}
