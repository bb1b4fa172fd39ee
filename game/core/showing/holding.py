"""What holds somebody, in words: a list that one is on, an order that one is under.

A list has many names on it, and others may read them; an order goes to one person. Neither is
ever told as the other, so whatever says "listed", "on" or "off" of a `Listing` says it here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.core.story.rules import Listing, Rulebook
from game.words import joined, many, mark, say

__all__ = [
    "already",
    "freed",
    "held",
    "list_words",
    "listed",
    "no_longer",
    "ordered",
    "put",
    "times",
    "you_are",
]


def held(item: Listing) -> str:
    """Say where one stands: `on the book`, `under the court's order`."""
    words = mark("under {list}") if item.order else mark("on {list}")
    return say(words, list=item.name)


def you_are(item: Listing) -> str:
    """Say the same of the player, in a clause: `you are on the book`."""
    words = mark("you are under {list}") if item.order else mark("you are on {list}")
    return say(words, list=item.name)


def put(item: Listing) -> str:
    """Say that it begins: `put on the book`, `put under the court's order`."""
    words = mark("put under {list}") if item.order else mark("put on {list}")
    return say(words, list=item.name)


def freed(item: Listing) -> str:
    """Say that it ends: `taken off the book`, `freed from the court's order`."""
    words = mark("freed from {list}") if item.order else mark("taken off {list}")
    return say(words, list=item.name)


def no_longer(item: Listing) -> str:
    """Say the same in a word or two, as `held` says the other: `off the book`."""
    words = mark("free of {list}") if item.order else mark("off {list}")
    return say(words, list=item.name)


def ordered(items: Iterable[Listing]) -> bool:
    """Whether all of these are orders, and there is one."""
    kinds = {item.order for item in items}
    return kinds == {True}


def listed(items: Sequence[Listing]) -> str:
    """Say where a judgment puts somebody: by an order alone nobody is listed."""
    if any(item.order for item in items):
        return joined(map(put, items))
    return say("listed: {lists}", lists=joined(item.name for item in items))


def already(items: Sequence[Listing]) -> str:
    """Say that a judgment finds somebody there already."""
    if ordered(items):
        return say("already under the order")
    if any(item.order for item in items):
        return say("already listed, and under the order")
    return say("already listed")


def times(count: int) -> str:
    """Say how often: `once`, `twice`, `3 times`."""
    match count:
        case 1:
            return say("once")
        case 2:
            return say("twice")
    return many("{n} time", "{n} times", count)


def list_words(
    book: Rulebook, names: Sequence[str], cleared: int, on: Sequence[Listing]
) -> list[str]:
    """Sum up a year: how often one was listed, put under an order, cleared; and what still holds.

    `names` has a name for each time, in order; `on` is what holds one at the end.
    """
    named = {item.name: item for item in book.lists.values()}
    put = [named[name] for name in names]
    if not put:
        return [] if book.number else [_on_none(book)]
    told = [*_ordered([item for item in put if item.order])]
    if lists := [item for item in put if not item.order]:
        told.append(say("listed {times} ({lists})", times=times(len(lists)), lists=_names(lists)))
    told += [say("cleared {times}", times=times(cleared))] if cleared else []
    words = _still(put, on, cleared)
    return [say(words, what=joined(told), held=joined(map(held, on)))]


def _ordered(orders: Sequence[Listing]) -> list[str]:
    if len(orders) > 1:
        words = mark("put under {orders} {times}")
        return [say(words, orders=_names(orders), times=times(len(orders)))]
    return [put(item) for item in orders]


def _on_none(book: Rulebook) -> str:
    if any(item.order and not item.whose for item in book.lists.values()):
        return say("On no list and under no order all year.")
    return say("On no list all year.")


def _names(items: Iterable[Listing]) -> str:
    return joined(dict.fromkeys(item.name for item in items))


def _still(put: Sequence[Listing], on: Sequence[Listing], cleared: int) -> str:
    """The sentence that fits what holds one at the end: all of it, some of it or nothing."""
    if not on:
        return mark("You were {what}.") if cleared else mark("You were {what}, and are off again.")
    if {item.name for item in on} != {item.name for item in put}:
        return mark("You were {what}, and are still {held}.")
    if len(on) > 2:
        return mark("You were {what}, and all of it still holds.")
    if len({item.order for item in on}) == 2:
        return mark("You were {what}, and both still hold.")
    if on[0].order:
        both = mark("You were {what}, and are still under both.")
        return both if len(on) == 2 else mark("You were {what}, and are still under it.")
    both = mark("You were {what}, and are still on both.")
    return both if len(on) == 2 else mark("You were {what}, and are still on it.")
