"""The screen: the same session as plain mode's, shown with Textual. The way in is game.tui.app."""
