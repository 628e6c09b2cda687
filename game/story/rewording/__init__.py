"""An author's text told another way to whoever has read it before: the asking, and what of a model's texts can be shown."""
