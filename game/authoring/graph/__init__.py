"""A world drawn: its places and ways, scenes, quests and endings, as Mermaid, DOT, SVG or a page of HTML."""
