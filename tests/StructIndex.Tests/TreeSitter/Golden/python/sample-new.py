type Pair[T] = tuple[T, T]

class Box[T: (int, str) = int]:
    def get(self) -> T: ...

def first[T](xs: list[T]) -> T:
    match xs:
        case [x, *_] if x: return x
        case {"a": 1, **rest}: pass
    name = t"hello {xs!r:>{5}}"
    other = f"{'nested' + f"{1}"}"
    try:
        pass
    except* ValueError, TypeError:
        pass
    except ValueError, KeyError:
        pass
    with (open("a") as f, open("b") as g):
        pass
    return xs[0]

async def later[**P, *Ts]() -> None:
    async for x in y(): print(x)

def last(a, /, b, *, c): return lambda: (yield)
