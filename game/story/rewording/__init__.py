"""An author's text told another way to whoever has read it before: the asking, and what can be shown of the answers."""
