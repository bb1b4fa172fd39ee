"""Longer pieces of the examples: scenes, options and endings of the street with the tools."""

from __future__ import annotations

__all__ = ["ENDINGS", "MORE", "WALK", "WALK_OPTION"]

ENDINGS = """\
endings:
  - id: osei-waves
    title: Osei waves
    if: ties >= 3
    stubs: [drill, ladder]
    text: You pass the shed in June. Osei waves from the roof with a hammer that is yours.
  - id: quiet-shed
    title: A quiet shed
    stubs: [drill, ladder, shelf]
    text: You pass the shed in June. The book lies open, and nobody has written in it.
    also:
      - {if: was on late-book, text: Only your own line is still there.}
"""
WALK = """\
  - id: walk
    title: The walk
    month: 6
    claims: [B1]
    text: |
      On the last evening of spring you walk the length of the lane with an empty barrow. Every
      window is open. Somebody is sawing, somebody sings along with the saw, and at the end of the
      lane the shed stands with its door ajar.
    options:
      - id: on
        label: Walk on.
        outcome: |
          The barrow rattles over the cobbles as far as the corner, and then you hear nothing of
          it any more, only the saw and the song.
"""
WALK_OPTION = """\
      - id: in
        label: Go in.
        outcome: |
          It smells of oil and of oranges. The drill hangs on its hook, its card is in the box,
          and for once nobody waits for it at all.
"""

MORE = """\
      - id: ask
        label: Ask what the shelf is for.
        outcome: |
          It is for plums, says Osei, for forty jars of them. You talk about plums until the lamp
          goes out, and the drill stays between you.
      - id: hide
        label: Leave by the back door.
        outcome: |
          The back door sticks, as it has since the winter. When it gives at last you stand among
          the nettles with a drill, and feel rather foolish.
"""
