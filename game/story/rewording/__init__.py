"""An author's text told another way to whoever has read it: how it is asked for, and which answers can be shown."""
