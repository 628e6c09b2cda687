"""Draw the README's picture: a few turns of Saltmarrow with the starter model, as the screen itself exports them.

python -m tools.screenshot docs/saltmarrow.svg
"""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from game.llm.choice import find_file
from game.llm.host import LlamaHost
from game.llm.late import LateModel
from game.loader.load import load_world
from game.session.opening import open_session
from game.settings import load_settings, models_folder
from game.tui.app import LoreloomApp
from game.tui.home import Home

ROOT = Path(__file__).parents[1]
SIZE = (112, 36)
SEED = 21
TURNS = ("take the storm lantern", "ask wren about the tide", "wait", "look")
PATIENCE_S = 60.0


async def draw() -> str:
    """Play the turns on a screen nobody sees; return it as SVG."""
    with TemporaryDirectory() as folder:
        model = LateModel(lambda: _host(Path(folder)))
        model.start()
        model.wait(PATIENCE_S)
        world = load_world(ROOT / "worlds" / "saltmarrow")
        session = open_session(world, Path(folder), model, run="picture", seed=SEED)
        home = Home(worlds=list, runs=list, open=lambda world, run: session)
        app = LoreloomApp(home, start=session)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(1)
            for words in TURNS:
                await pilot.press(*words, "enter")
                await pilot.pause(4)
            picture = app.export_screenshot(title="loreloom play saltmarrow")
        model.close()
    # The export would fetch its font from the network; the reader's own will do.
    return re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)


def _host(folder: Path) -> tuple[str, LlamaHost]:
    choice = find_file(None, cache=load_settings().cache, models=models_folder())
    if choice is None:
        raise SystemExit("The picture needs the starter model: make install")
    return choice.name, LlamaHost(choice.path, log=folder / "model.log")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(asyncio.run(draw()), encoding="utf-8")
