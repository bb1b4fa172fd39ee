"""Stories that are not ours: as bare as the loader lets them be, each unlike the shipped one.

`Bare` is one chapter in French under one rulebook; the others change one thing each.
"""

from collections.abc import Mapping
from pathlib import Path

from tests.builders import Tiny

__all__ = ["STORIES", "foreign"]

BARE: Mapping[str, str] = {
    "story.yaml": """\
id: marche
title: Le marché
language: fr
opening: Quelqu'un compte.
keepers: [gazette]
cuts: {tout: {name: Tout, all: true}}
doors: {}
remembered: []
endings: [{id: fin, title: Fin, text: "C'est fini, {name}."}]
""",
    "deeds.yaml": "sourire: {name: sourire au voisin}\npartir: {name: partir sans un mot}\n",
    "sources.yaml": "VU: {title: Une page lue, seen: Toute la page.}\n",
    "claims/tout.yaml": """\
- id: S1
  quote: chaque sourire rapporte un point
  speaker: article
  place: ligne 1
  plain: Un sourire compte.
  for: Un sourire ne coûte rien. Il aide.
  against: Personne ne compte les sourires. Qui le ferait ?
  weaker: La gazette est trop gaie.
  drawer: company
  record: {verdict: documented, says: "La gazette l'a écrit.", sources: [VU]}
  question: Qui compte ?
""",
    "rulebooks/gazette.yaml": """\
id: gazette
name: La gazette
short: la gazette
opening: La gazette compte.
number: {start: 10}
sizes: {un: 1}
rules:
  sourire: {answer: up, size: un, claim: S1, says: Un sourire rapporte.}
silent: [partir]
""",
    "chapters/1.yaml": """\
chapter: Samedi
help: answer
scenes:
  - id: pain
    title: Le pain
    month: 1
    claims: [S1]
    text: Le boulanger attend.
    options:
      - {id: oui, label: Souris., deeds: [sourire], outcome: Il sourit aussi.}
      - {id: non, label: Pars., deeds: [partir], outcome: La porte claque.}
  - id: lait
    title: Le lait
    month: 1
    claims: [S1]
    text: Le lait est froid.
    options:
      - {id: oui, label: Souris., deeds: [sourire], outcome: Elle rit.}
""",
    "fingerprint": "",
}

LISTS = """\
id: gazette
name: La gazette
short: la gazette
opening: La gazette note.
rules:
  sourire: {answer: cleared, lists: [cahier], claim: S1, says: Un sourire efface.}
  partir: {answer: listed, lists: [cahier], claim: S1, says: Qui part est noté.}
lists:
  cahier: {name: le cahier, reason: Parti., months: 2, way_out: Sourire., claim: S1}
"""

HEAD, CHAPTER, BOOK = "story.yaml", "chapters/1.yaml", "rulebooks/gazette.yaml"


def _bare(story: Tiny) -> None:
    """Nothing is changed."""


def _lists_alone(story: Tiny) -> None:
    story.put(BOOK, LISTS)


def _a_counter(story: Tiny) -> None:
    story.swap(BOOK, "{start: 10}", "{start: 0, counter: true}")


def _all_told_by_itself(story: Tiny) -> None:
    """What hands work over to the player, one kind a chapter; every gear and question."""
    kinds = ("pick", "verdict", "drawer", "write")
    for n, (kind, asks) in enumerate(
        zip(kinds, ("direction", "rulebook", "door", ""), strict=True)
    ):
        text = BARE[CHAPTER].replace("help: answer", f"help: {kind}")
        for id in ("pain", "lait"):
            text = text.replace(f"id: {id}", f"id: {id}-{n}")
        asked = f"    reveal: full\n    predict: {asks}\n" if asks else "    reveal: held\n"
        text = text.replace("    month: 1\n", f"    month: {n + 2}\n{asked}")
        story.put(f"chapters/{n + 2}.yaml", text)


def _other_memories(story: Tiny) -> None:
    story.swap(HEAD, "remembered: []", "remembered: [confiance]")
    story.swap(CHAPTER, "outcome: Il sourit aussi.", "outcome: Il rit., remembered: {confiance: 1}")


def _an_opinion(story: Tiny) -> None:
    """No case for it, no verdict from anywhere, and its words from elsewhere."""
    claims = BARE["claims/tout.yaml"].replace("quote:", "fragment:")
    claims = claims.replace("for: Un sourire ne coûte rien. Il aide.", "why_believed: On l'espère.")
    story.put(
        "claims/tout.yaml", claims.replace("documented", "opinion").replace(", sources: [VU]", "")
    )


STORIES = {
    make.__name__.strip("_"): make
    for make in (_bare, _lists_alone, _a_counter, _all_told_by_itself, _other_memories, _an_opinion)
}


def foreign(folder: Path, name: str = "bare") -> Tiny:
    """Write one of these stories into a folder."""
    story = Tiny.__new__(Tiny)
    story.folder = folder
    for file, text in BARE.items():
        story.put(file, text)
    STORIES[name](story)
    return story
