namespace StructIndex.Tests;

/// <summary>Components of Vue, Svelte and Astro: what their scripts and their markup use.</summary>
public sealed class ComponentEdgeTests
{
    private const string Money = "/** Converts euros. */\nexport function convert(amount: number) { return amount }\n";

    [Fact]
    public void Scripts_of_components_call_the_rest_of_the_code() => Assert.Equal(
        ["Basket.add Calls convert Scoped", "PriceTag Calls PriceTag.shown Scoped", "PriceTag Calls PriceTag.toggle Scoped", "PriceTag.shown Calls convert Scoped"],
        Edges(
            ("Basket.svelte", "<script lang=\"ts\">\n  import { convert } from './money'\n  function add(price: number) { return convert(price) }\n</script>\n"),
            ("PriceTag.vue", "<template>\n  <span @click=\"toggle\">{{ shown }}</span>\n</template>\n<script setup lang=\"ts\">\nimport { computed } from 'vue'\nimport { convert } from './money'\nfunction toggle(): void {}\nconst shown = computed(() => convert(1))\n</script>\n"),
            ("money.ts", Money)));

    [Fact]
    public void Components_that_a_template_uses_are_constructed() => Assert.Equal(
        ["App Constructs PriceTag Scoped", "App Constructs Shelf Scoped", "Page Constructs Card Scoped", "Till Constructs Shelf Scoped"],
        Edges(
            ("App.vue", "<script setup>\nimport Price from './parts/price-tag.vue'\nimport TheShelf from './Shelf.svelte'\n</script>\n<template>\n<Price/>\n<the-shelf></the-shelf>\n<other-one/>\n</template>\n"),
            ("Card.astro", "<b>card</b>\n"),
            ("Page.astro", "---\nimport Card from './Card.astro'\n---\n<main>{[1].map(n => <Card n={n}/>)}</main>\n"),
            ("Shelf.svelte", "<p>shelf</p>\n"),
            ("Till.svelte", "<script>\n  import * as parts from './parts'\n  import Shelf from './Shelf.svelte'\n</script>\n<Shelf/>\n"),
            ("parts/price-tag.vue", "<template><b>1</b></template>\n")));

    [Fact]
    public void Handlers_in_markup_call_functions_and_methods() => Assert.Equal(
        ["Basket Calls Basket.add Scoped", "Basket Calls Basket.clear Scoped", "Basket Calls convert Scoped", "Till Calls Till.default.add Scoped", "Till.default.add Calls Till.default.show Scoped"],
        Edges(
            ("Basket.svelte", "<script>\n  import { convert } from './money'\n  function add() {}\n  function clear() {}\n</script>\n<button on:click={() => add(3)} onblur={clear}>{convert(1)}</button>\n"),
            ("Till.vue", "<template><b @click=\"add\" title=\"show()\"/></template>\n<script>\nexport default {\n  methods: {\n    add() { this.show() },\n    show() {},\n  },\n}\n</script>\n"),
            ("money.ts", Money)));

    [Fact]
    public void Scripts_use_components()
    {
        Assert.Equal(
            ["main Constructs App Scoped"],
            Edges(("App.vue", "<template><p/></template>\n"), ("main.ts", "import Root from './App.vue'\nexport function main() { return new Root() }\n")));
    }

    [Fact]
    public void What_a_component_declares_has_the_lines_of_the_file_and_keeps_its_documentation()
    {
        CodeUnit unit = Graphs.Of(("a/Tag.vue", "<template>\r\n  <p/>\r\n</template>\r\n<script setup>\r\n/** Says hello. */\r\nfunction hello() {}\r\n</script>\r\n")).One("hello");
        Assert.Equal(("Tag.hello", "Says hello.", 5, 6), (unit.QualifiedName, unit.Documentation, unit.Lines.Start, unit.Lines.End));
    }

    private static string[] Edges(params (string Path, string Text)[] files) => [.. Graphs.Of(files).Lines().Order(StringComparer.Ordinal)];
}
