"""What the screens are made of, a file for each widget.

To add one: a file here, a line in its screen's widgets(), its style in app.tcss. One that the session's news changes is
made and changed in newsreader.py.
"""
