package com.example.store;

import java.util.List;
import java.util.concurrent.*;
import static org.junit.Assert.assertEquals;

/**
 * Keeps orders, see {@link Order#total(int) the total}.
 *
 * <p>Use {@code Store.open()} to get one.
 *
 * @param <T> what is kept
 * @author somebody
 */
@Service("orders")
public final class Store<T extends Order> extends AbstractStore<T> implements Reader<T>, java.io.Closeable {
  private final Map<String, T> orders = new HashMap<>();
  private Clock clock;

  /** Opens it. */
  public Store(Clock clock) {
    super(clock);
    this.clock = clock;
  }

  /**
   * Finds an order.
   *
   * @param id its id
   * @return the order, or null
   * @throws IOException when the disk fails
   */
  @Override
  @Nullable
  public <R> T find(@NotNull String id, List<R>... more) throws IOException {
    for (Line line : lines(id)) {
      line.touch();
    }
    var timer = new Timer(id);
    orders.computeIfAbsent(id, this::load);
    return Store.cache().get(id, () -> { return timer.stop(); });
  }

  protected abstract void flush();

  void packagePrivate() {
    new Object() {
      public void inner() { flush(); }
    };
  }

  @Test
  public void findsNothing() { assertEquals(null, find("x")); }

  interface Listener<E> extends EventListener { void changed(E event); }

  enum State implements Named { OPEN { void go() {} }, CLOSED; State next() { return CLOSED; } }

  record Point(int x, int y) { Point { check(x); } }

  @interface Marker { String value() default ""; }
}
