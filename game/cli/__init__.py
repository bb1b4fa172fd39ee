"""The command line: arguments in, a face or a printed answer out, an exit code at the end.

Exit 0 done, 1 the thing checked falls short, 2 wrong usage or unusable input, 130 interrupted.
Every command imports what it needs only when it runs, so that `--help` is quick.
"""
