"""Diagnostics of the guide beside a story: its pages, and the cards for a teacher's hand."""

from __future__ import annotations

from game.diagnostics.row import Change, Example, Row

__all__ = ["ROWS"]

SPRING, PAGE, CARDS = "chapters/1-spring.yaml", "guide/1-start.yaml", "guide/cards/scenes.yaml"
START: Change = (
    PAGE,
    "",
    "id: start\ntitle: Start\nline: How to begin.\nparts:\n  - {text: [Sit down.], see: [start]}\n",
)
TEXT = (
    "point: A tool is late.\n  ask: [Who waits?, Who knew?]\n  trap: Nobody talks.\n  room: [No.]\n"
)
CARD: Change = (CARDS, "", f"drill:\n  {TEXT}ladder:\n  {TEXT}")

ROWS = (
    Row(
        "unknown-page",
        "error",
        "the guide has no page `{word}`.",
        "A page is named by its `id`.",
        Example(PAGE, "see: [start]", "see: [strat]", "strat", (START,)),
    ),
    Row(
        "card-questions",
        "error",
        "the card of `{scene}` has {count} follow-up questions; there are {wanted}.",
        "Two are what a room has time for.",
        Example(
            CARDS,
            "drill:\n  point: A tool is late.\n  ask: [Who waits?, Who knew?]",
            "drill:\n  point: A tool is late.\n  ask: [Who waits?]",
            "drill",
            (CARD,),
        ),
    ),
    Row(
        "no-card",
        "warning",
        "no card in the guide is for the scene `{scene}`.",
        "Whoever plays it in class would like one: the point, two questions, the trap.",
        Example(CARDS, f"ladder:\n  {TEXT}", "", "", (CARD,)),
    ),
)
