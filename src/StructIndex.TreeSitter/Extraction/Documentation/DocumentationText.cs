using System.Text;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Comments and docstrings without their marks and markup, as text that a person reads.</summary>
internal static partial class DocumentationText
{
    /// <summary>Cleans pieces that follow each other: line comments one a piece, block comments or a docstring whole.</summary>
    public static string Clean(string text, List<Stretch> pieces, TreeSitterLanguage language)
    {
        if (pieces.Count == 0)
        {
            return "";
        }

        List<string> lines = [];
        foreach (Stretch piece in pieces)
        {
            CommentMarks.Strip(piece.In(text).Trim(), language.Comments, lines);
        }

        lines.RemoveAll(line => IsBanner(line) || Directive().IsMatch(line));
        return DocumentationMarkup.ToText(string.Join('\n', lines).Trim('\n', ' '), language).Trim();
    }

    /// <summary>Whether the text is a licence rather than documentation.</summary>
    public static bool IsLicence(string documentation) => Licence().IsMatch(documentation);

    private static bool IsBanner(string line)
    {
        ReadOnlySpan<char> text = line.AsSpan().Trim();
        return text.Length >= 3 && text.TrimStart("=-*#/~_+.<>|\\ ").IsEmpty;
    }

    // Notes to tools, not to readers.
    [GeneratedRegex(@"^\s{0,99}(eslint|tslint|jshint|prettier-|biome-|nolint|noqa|type:\s{0,99}ignore|pylint:|mypy:|pragma\b|go:\w|\+build|istanbul|c8 ignore|v8 ignore|@ts-\w|rubocop:|shellcheck |clang-format|NOLINT|swiftlint:|sourcery:|vim:|-\*-|frozen_string_literal|region\b|endregion\b|stylelint|language=|@formatter:|fmt: (on|off)|ruff:|@(no)?flow\b|@format\b|%{1,99}\w|#?!/)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Directive();

    [GeneratedRegex(@"copyright|licen[sc]ed? under|spdx-license|all rights reserved|permission is hereby granted|\(c\) \d{4}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Licence();
}
