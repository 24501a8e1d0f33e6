namespace StructIndex;

/// <summary>Takes a character off the ends of each token, at most so many times.</summary>
internal sealed record StripDecoder(char Content, int Start, int Stop) : ITokenDecoder
{
    public List<string> Decode(List<string> tokens) => [.. tokens.Select(One)];

    private string One(string token)
    {
        int start = 0, end = token.Length;
        while (start < Start && start < end && token[start] == Content)
        {
            start++;
        }

        while (token.Length - end < Stop && end > start && token[end - 1] == Content)
        {
            end--;
        }

        return token[start..end];
    }
}
