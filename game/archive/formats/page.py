"""A story as a page of HTML that stands alone: one part for each place that was come to, light and dark, and on paper.

Knows nothing of where it is written. No scripts, and nothing from elsewhere; every text from a run is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from game.archive.retelling import Block, Story, ToldTurn
from game.story.prose import counted

# Contrasts are 7:1 or more against their ground, light and dark.
_STYLE = """
:root{color-scheme:light dark;--paper:#faf8f3;--ink:#1f2328;--soft:#4a5058;--rule:#b9b3a6}
@media (prefers-color-scheme:dark){:root{--paper:#14161a;--ink:#e8e6e1;--soft:#b4bac3;--rule:#4b525c}}
body{margin:0 auto;max-width:38rem;padding:2rem 1.25rem;background:var(--paper);color:var(--ink);
font:1.125rem/1.6 Georgia,"Noto Serif","Source Han Serif",serif}
h1,h2,.words,.notice,header p{font-family:system-ui,"Noto Sans",sans-serif} h1{line-height:1.2}
h2{margin-top:3rem;border-top:1px solid var(--rule);padding-top:1rem;font-size:1.25rem}
p{white-space:pre-line;overflow-wrap:anywhere} header p,.notice{color:var(--soft);font-size:.95rem}
.words kbd{font:inherit;font-weight:600} .words kbd::before{content:"\\203A\\00A0";color:var(--soft)}
.line{padding-left:1rem;border-left:3px solid var(--rule)}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333} body{max-width:none;padding:0;font-size:11pt}
h2{break-after:avoid} p{orphans:3;widows:3} .words{break-after:avoid}}
"""
_ROLES = {"notice": ' role="note"'}


def to_page(story: Story) -> str:
    """Return the page as the text of an HTML file."""
    title = escape(story.title)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(story.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{title}</h1>\n{_about(story)}</header>\n"
        f"<main>\n{''.join(_parts(story))}</main>\n</body>\n</html>\n"
    )


def _about(story: Story) -> str:
    turns = counted(story.turns[-1].number if story.turns else 0, "turn")
    return f'<p lang="en">{escape(story.name)}, begun {escape(story.begun)}: {turns}.</p>\n'


def _parts(story: Story) -> Iterator[str]:
    """Yield the parts, each a section: a new one begins where a place or an ending is headed that is not its own."""
    heading, content, number = "", "", 0
    for turn in story.turns:
        content += _words(turn)
        for block in turn.blocks:
            if block.heading not in ("", heading, story.title):
                yield _part(heading, content, number)
                heading, content, number = block.heading, "", number + 1
            content += _paragraph(block)
    yield _part(heading, content, number)


def _part(heading: str, content: str, number: int) -> str:
    if not heading:
        return content
    name = f"part-{number}"
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{escape(heading)}</h2>\n{content}</section>\n'


def _words(turn: ToldTurn) -> str:
    return f'<p class="words"><kbd>{escape(turn.words)}</kbd></p>\n' if turn.number else ""


def _paragraph(block: Block) -> str:
    return f'<p class="{escape(block.kind)}"{_ROLES.get(block.kind, "")}>{escape(block.text)}</p>\n'
