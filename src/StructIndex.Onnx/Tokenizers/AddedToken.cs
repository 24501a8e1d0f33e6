namespace StructIndex;

/// <summary>A token that is found in the text itself, before a model reads it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">What it looks like.</param>
/// <param name="Special">Whether it is a mark of the model's, such as <c>[SEP]</c>, rather than a word.</param>
/// <param name="SingleWord">Whether it is found only between characters that belong to no word.</param>
/// <param name="LeftStrip">Whether white space before it goes with it.</param>
/// <param name="RightStrip">Whether white space after it goes with it.</param>
/// <param name="Normalized">Whether it is looked for in the normalised text.</param>
internal sealed record AddedToken(int Id, string Content, bool Special, bool SingleWord, bool LeftStrip, bool RightStrip, bool Normalized);
