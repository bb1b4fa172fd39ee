"""The report: a run as something to keep, print, count and argue with.

One account is made of a run (`account`), from the debrief's figures; four renderers write it
down. Refuses to reckon anything itself, and to ask anything of the network.
"""
