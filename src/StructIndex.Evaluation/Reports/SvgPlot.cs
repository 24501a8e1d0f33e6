using System.Globalization;
using System.Text;

namespace StructIndex;

/// <summary>A plot of fixed size with axes from 0 to 1, drawn as SVG. Colours come from the page's style sheet.</summary>
internal sealed class SvgPlot
{
    private const int Width = 420;
    private const int Height = 270;
    private const int Left = 44;
    private const int Right = 12;
    private const int Top = 12;
    private const int Bottom = 42;
    private readonly StringBuilder _svg = new();

    /// <summary>Begins a plot.</summary>
    /// <param name="description">What it shows, for those who cannot see it.</param>
    public SvgPlot(string description) => Add($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{HtmlText.Escape(description)}\" xmlns=\"http://www.w3.org/2000/svg\">\n");

    /// <summary>Draws both axes with grid lines at fifths.</summary>
    public SvgPlot Axes(string horizontal, string vertical, bool numbersBelow = true)
    {
        for (int fifth = 0; fifth <= 5; fifth++)
        {
            double value = fifth / 5.0;
            Add($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(value):0.#}\" y2=\"{Y(value):0.#}\"/>");
            Text(Left - 6, Y(value) + 4, value.ToString("0.0", CultureInfo.InvariantCulture), "end");
            if (numbersBelow)
            {
                Text(X(value), Height - Bottom + 16, value.ToString("0.0", CultureInfo.InvariantCulture), "middle");
            }
        }

        Text((Left + Width - Right) / 2.0, Height - 6, horizontal, "middle");
        Add($"<text transform=\"translate(11 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{HtmlText.Escape(vertical)}</text>\n");
        return this;
    }

    /// <summary>Draws a line through points of the unit square.</summary>
    public SvgPlot Line(IEnumerable<(double X, double Y)> points, string style)
    {
        string path = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#},{Y(point.Y):0.#}")));
        Add($"<polyline class=\"{style}\" points=\"{path}\"/>\n");
        return this;
    }

    /// <summary>Draws a bar from the bottom, with what a pointer shows over it.</summary>
    public SvgPlot Bar(double from, double to, double height, string style, string hint)
    {
        Add($"<rect class=\"{style}\" x=\"{X(from):0.#}\" y=\"{Y(height):0.#}\" width=\"{X(to) - X(from):0.#}\" height=\"{Y(0) - Y(height):0.#}\"><title>{HtmlText.Escape(hint)}</title></rect>\n");
        return this;
    }

    /// <summary>Draws a dot, with what a pointer shows over it.</summary>
    public SvgPlot Dot(double x, double y, string hint)
    {
        Add($"<circle class=\"dot\" cx=\"{X(x):0.#}\" cy=\"{Y(y):0.#}\" r=\"4\"><title>{HtmlText.Escape(hint)}</title></circle>\n");
        return this;
    }

    /// <summary>Writes below the horizontal axis.</summary>
    public SvgPlot Below(double x, string text)
    {
        Text(X(x), Height - Bottom + 16, text, "middle");
        return this;
    }

    /// <summary>The finished SVG.</summary>
    public override string ToString() => _svg + "</svg>\n";

    private static double X(double value) => Left + (value * (Width - Left - Right));

    private static double Y(double value) => Height - Bottom - (value * (Height - Top - Bottom));

    private void Text(double x, double y, string text, string anchor) => Add($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{HtmlText.Escape(text)}</text>\n");

    private void Add(FormattableString markup) => _svg.Append(markup.ToString(CultureInfo.InvariantCulture));
}
