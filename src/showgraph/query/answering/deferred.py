"""Sequences whose items are made, one by one or all at once, when somebody looks at them."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Deferred(Sequence[T]):
    """As many items as there are, each made at the first look and kept.

    An answer of a hundred thousand rows is shown in part; what stands behind the rest is never
    read. Equal to a tuple of the same items, as far as equality goes: comparing makes them all.
    """

    def __init__(self, length: int, make: Callable[[int], T]) -> None:
        """Hold ``length`` items; ``make`` is called with the place of one, counted from 0."""
        self._length = length
        self._make = make
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        """Return how many items there are; none of them is made."""
        return self._length

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...

    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        """Return an item, or those of a slice as a tuple.

        Raises:
            IndexError: If there is no such place.
        """
        if isinstance(place, slice):
            return tuple(self[each] for each in range(self._length)[place])
        number = range(self._length)[place]
        if number not in self._made:
            self._made[number] = self._make(number)
        return self._made[number]

    def __iter__(self) -> Iterator[T]:
        """Yield all items in their order."""
        made, make = self._made, self._make
        for number in range(self._length):
            if number not in made:
                made[number] = make(number)
            yield made[number]

    def __eq__(self, other: object) -> bool:
        """Compare with a tuple or another sequence of this kind."""
        return isinstance(other, tuple | Deferred) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Return the hash of the tuple of all items."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Return how many there are and how many were made."""
        return f"<{self._length} items, {len(self._made)} of them made>"


class Postponed(Sequence[T]):
    """Items that are made, all at once, at the first look at any of them or at their number."""

    def __init__(self, make: Callable[[], tuple[T, ...]]) -> None:
        """Hold what ``make`` will return."""
        self._make = make
        self._made: tuple[T, ...] | None = None

    @property
    def _items(self) -> tuple[T, ...]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...

    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        """Return an item, or those of a slice as a tuple.

        Raises:
            IndexError: If there is no such place.
        """
        return self._items[place]

    def __eq__(self, other: object) -> bool:
        """Compare with a tuple or another sequence of this kind."""
        return isinstance(other, tuple | Postponed) and self._items == tuple(other)

    def __hash__(self) -> int:
        """Return the hash of the tuple of all items."""
        return hash(self._items)

    def __repr__(self) -> str:
        """Return the items, or that nobody has looked yet."""
        return "<not looked at yet>" if self._made is None else repr(self._made)
