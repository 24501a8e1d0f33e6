namespace StructIndex.Tests;

/// <summary>A small code base with a type and members, documentation short and long, callers and callees, in two languages.</summary>
internal static class ShopCode
{
    public static readonly SourceFile[] Files =
    [
        new("shop/Orders.cs", """
            namespace Shop;

            /// <summary>Takes orders and reserves their items.</summary>
            public class Orders(Stock stock)
            {
                private int _taken;

                /// <summary>Reserves the items of an order. Items that are not in stock are ordered from the supplier.</summary>
                /// <param name="items">What was ordered.</param>
                public bool Reserve(string[] items)
                {
                    foreach (string item in items)
                    {
                        if (!stock.Take(item))
                        {
                            return false;
                        }
                    }

                    _taken++;
                    return true;
                }

                /// <summary>Cancels an order.</summary>
                public void Cancel(string[] items)
                {
                    foreach (string item in items)
                    {
                        stock.PutBack(item);
                    }
                }
            }
            """),
        new("shop/Stock.cs", """
            namespace Shop;

            public class Stock
            {
                private readonly System.Collections.Generic.Dictionary<string, int> _items = [];

                /// <summary>Takes an item from the shelf.</summary>
                public bool Take(string item) => _items.TryGetValue(item, out int left) && left > 0;

                /// <summary>Puts an item back on the shelf.</summary>
                public void PutBack(string item) => _items[item] = 1;
            }
            """),
        new("shop/Checkout.cs", """
            namespace Shop;

            public class Checkout(Orders orders)
            {
                /// <summary>Pays for a basket.</summary>
                public bool Pay(string[] basket) => orders.Reserve(basket);
            }
            """),
        new("web/retry.py", """
            class Retry:
                def call_again(self, action, attempts):
                    '''Call an action again after a growing delay.'''
                    for attempt in range(attempts):
                        if attempt > 0:
                            self.wait(attempt)
                        action()

                def wait(self, attempt):
                    return attempt * 2
            """),
        new("docs/orders.md", "# Orders\n\nHow an order is reserved:\n\n```csharp\norders.Reserve(items);\n```\n\nand cancelled.\n"),
    ];

    public static Task<CodeIndex> IndexAsync() => CodeIndexer.IndexAsync(new MemorySource(Files), cancellationToken: TestContext.Current.CancellationToken);
}
