"""Diagnostics of whole files, and of YAML that is none of ours."""

from __future__ import annotations

from game.diagnostics.row import Example, Row, Whole

__all__ = ["ROWS"]

LAST = "chapters/2-summer.yaml"

ROWS = (
    Row(
        "no-folder",
        "error",
        "there is no story folder here.",
        "A story is a folder that holds story.yaml, chapters, rulebooks and claims.",
        Whole(".", "the folder is not there", None),
    ),
    Row(
        "unreadable",
        "error",
        "this can't be read: {reason}.",
        "Look at who may read it, and whether the disk is well.",
    ),
    Row(
        "missing-file",
        "error",
        "{what} is missing.",
        "A story has story.yaml, deeds.yaml and sources.yaml, and files in chapters, rulebooks and "
        "claims.",
        Whole("deeds.yaml", "the file is not there", None),
    ),
    Row(
        "unknown-file",
        "error",
        "`{name}` is no file of a story.",
        "Rename it, or move it out of the folder: it would be passed over.",
        Whole("chapters/3-autumn.yml", "chapter: Autumn", b"chapter: Autumn\n"),
    ),
    Row(
        "empty-file",
        "error",
        "this file is empty.",
        "Fill it, or take it away.",
        Whole(LAST, "# nothing but a comment", b"# nothing but a comment\n"),
    ),
    Row(
        "too-large",
        "error",
        "this file has {size} bytes; the most is {most}.",
        "Split it: a folder may hold any number of files.",
        Whole(LAST, "# a comment of two million letters", b"# a long line\n", 150_000),
    ),
    Row(
        "not-utf8",
        "error",
        "this file is not UTF-8 (byte {byte}).",
        "Save it again and choose UTF-8 as the encoding.",
        Whole(LAST, "chapter: Caf\\xe9   (Latin-1)", b"chapter: Caf\xe9\n"),
    ),
    Row(
        "not-yaml",
        "error",
        "this is not readable YAML: {reason}.",
        "Look for a quotation mark or a bracket that is never closed, a line moved sideways, or a "
        "` #` or a colon and a space inside a sentence: then the whole text goes in double quotes.",
        Example(LAST, "title: The shelf", "title: The shelf: a story", ": a story"),
    ),
    Row(
        "cut-off",
        "warning",
        "this text ends before `{rest}`, which is a comment.",
        "Put the whole text in double quotes; a comment stands two spaces away: `text  # comment`.",
        Example(LAST, "label: Do it by eye.", "label: Do it on hook #2 by eye.", "Do it on"),
    ),
    Row(
        "anchor",
        "error",
        "anchors and aliases (`&`, `*`) are not used here.",
        "Write the words out, or put them into quotation marks.",
        Example(LAST, "month: 5", "month: &five 5", "&five"),
    ),
    Row(
        "tag",
        "error",
        "tags like `{tag}` are not used here.",
        "Take the tag away; words that begin with `!` stand in quotation marks.",
        Example(LAST, "month: 5", "month: !!int 5", "!!int"),
    ),
    Row(
        "too-deep",
        "error",
        "this nests more than {most} deep.",
        "Nothing in a story needs that; look for brackets that are never closed.",
        Example(LAST, "claims: [B2, B1]", f"claims: {'[' * 20}B2{']' * 20}", "[[[[[["),
    ),
    Row(
        "too-many",
        "error",
        "this file has more than {most} parts.",
        "Split it: a folder may hold any number of files.",
        Whole(LAST, "- a, on each of 50,001 lines", b"- a\n", 50_001),
    ),
    Row(
        "and-more",
        "error",
        "there are more than {most} problems; the others are told when these are mended.",
        "Most of them may well have one cause.",
        Whole("checks/late.txt", "what is this?, on each of 1,001 lines", b"what is this?\n", 1001),
        along=("not-a-choice",),
    ),
    Row(
        "one-document",
        "error",
        "a story file holds one document.",
        "Take the line `---` away, or split the file.",
        Example(LAST, "chapter: Summer", "chapter: Summer\n---\nhelp: answer", "---"),
    ),
    Row(
        "key",
        "error",
        "a key is a single word.",
        "Write `key: value`.",
        Example(LAST, "help: answer", "[help]: answer", "[help]"),
    ),
    Row(
        "duplicate-key",
        "error",
        "the key `{key}` stands here twice.",
        "Keep one of the two.",
        Example(LAST, "    month: 5\n", "    month: 5\n    month: 6\n"),
    ),
    Row(
        "unknown-key",
        "error",
        "`{key}` is no key of {owner}.",
        "Every key stands in the schemas that `carrot new` and `carrot schema` write.",
        Example(LAST, "title: The shelf", "title: The shelf\n    tilte: Shelf", "tilte"),
    ),
    Row(
        "missing-key",
        "error",
        "{owner} needs `{key}`.",
        "Add the key.",
        Example(LAST, "    title: The shelf\n", "", "id: shelf"),
    ),
    Row(
        "wrong-kind",
        "error",
        "expected {wanted}, found {found}.",
        "",
        Example(LAST, "month: 5", "month: May", "May"),
    ),
    Row(
        "empty-text",
        "error",
        "this text is empty.",
        "Write it, or take its key away.",
        Example(LAST, "label: Do it by eye.", 'label: ""', '""'),
    ),
    Row(
        "condition",
        "error",
        "this condition can't be read: {reason}.",
        "",
        Example(LAST, "if: door spare-key open", "if: door spare-key ajar", "ajar"),
    ),
)
