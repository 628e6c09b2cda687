"""The two themes: lamplight on slate, and ink on paper. Every text colour stands at 4.5:1 or more on its ground.

Knows nothing of widgets; app.tcss uses these colours by name.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="loreloom-dark",
    primary="#e0a95f",
    secondary="#86b8a5",
    accent="#e0a95f",
    foreground="#dcd7cb",
    background="#15171b",
    surface="#15171b",
    panel="#1c1f25",
    warning="#e0a95f",
    error="#e8806f",
    success="#86b8a5",
    dark=True,
    text_alpha=1.0,
    variables={
        "muted": "#98948a",
        "faint": "#3a3d44",
        "input-selection-background": "#e0a95f 35%",
        "screen-selection-background": "#86b8a5 35%",
        "block-cursor-background": "#e0a95f",
        "block-cursor-foreground": "#15171b",
    },
)

LIGHT = Theme(
    name="loreloom-light",
    primary="#8a4b12",
    secondary="#2b6454",
    accent="#8a4b12",
    foreground="#2c2a26",
    background="#f7f3ea",
    surface="#f7f3ea",
    panel="#eee8da",
    warning="#8a4b12",
    error="#a32f1f",
    success="#2b6454",
    dark=False,
    text_alpha=1.0,
    variables={
        "muted": "#6a655a",
        "faint": "#d3cab8",
        "input-selection-background": "#8a4b12 25%",
        "screen-selection-background": "#2b6454 25%",
        "block-cursor-background": "#8a4b12",
        "block-cursor-foreground": "#f7f3ea",
    },
)

THEMES = {"dark": DARK, "light": LIGHT}
