"""The player's settings and the folders they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from game import settings
from game.errors import SettingsError
from game.settings import (
    Settings,
    data_folder,
    load_settings,
    log_folder,
    models_folder,
    saves_folder,
    settings_path,
    worlds_folders,
    write_setting,
)


@pytest.fixture
def file(home: Path) -> Path:
    path = settings_path()
    path.parent.mkdir(parents=True)
    assert path.is_relative_to(home)
    return path


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package as a wheel lays it out, far from any checkout."""
    package = tmp_path / "site-packages" / "game"
    (package / "_worlds").mkdir(parents=True)
    monkeypatch.setattr(settings, "__file__", str(package / "settings.py"))
    return package


def others(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("model")]


def test_without_a_file_all_is_default() -> None:
    assert load_settings() == Settings()
    assert load_settings().narrator is None


def test_the_file_is_read(file: Path) -> None:
    file.write_text('narrator = "authored"\nthreads = 3\nsaves = "~/runs"\n')
    read = load_settings()
    assert (read.narrator, read.threads, read.saves) == ("authored", 3, Path.home() / "runs")


def test_an_option_goes_before_the_environment_and_that_before_the_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('model = "file"\nthreads = 1\ntheme = "light"\n')
    monkeypatch.setenv("LORELOOM_MODEL", "environment")
    monkeypatch.setenv("LORELOOM_THREADS", "2")
    read = load_settings(model="option", threads=None)
    assert (read.model, read.threads, read.theme) == ("option", 2, "light")


def test_an_empty_variable_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LORELOOM_THREADS", "")
    assert load_settings().threads is None


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        setattr(Settings(), "theme", "light")  # noqa: B010 - the plain assignment is refused by the type checker already


def test_every_setting_says_what_it_is() -> None:
    source = Path(settings.__file__).read_text(encoding="utf-8")
    body = source[source.index("model: str") : source.index("def settings_path")]
    assert body.count('"""') == 2 * len(Settings.model_fields)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("threads = 1\ntheme = = 2", ":2: invalid value; correct that line."),
        ("\nthreads = 0", ":2: threads = 0 does not fit: input should be greater than or equal to 1."),
        ('theme = "pink"', ":1: theme = 'pink' does not fit: input should be 'dark' or 'light'."),
        ("lookahead = true", ":1: lookahead = True does not fit: input should be 'auto' or 'off'."),
        ("memory_mb = 1", ":1: memory_mb = 1 does not fit: input should be greater than or equal to 128."),
        ('flash = "maybe"', ":1: flash = 'maybe' does not fit: input should be 'on' or 'off'."),
        ("thread = 2", ":1: there is no setting 'thread'; did you mean 'threads'?"),
    ],
)
def test_a_broken_file_is_named_with_its_line(file: Path, text: str, sentence: str) -> None:
    file.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value) == f"{file}{sentence}"


def test_a_setting_nobody_knows_lists_them_all(file: Path) -> None:
    file.write_text("colour = 1")
    with pytest.raises(SettingsError, match="the settings are model, adapter, narrator, language, theme, saves"):
        load_settings()


def test_a_file_of_bytes_is_a_sentence(file: Path) -> None:
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="is not UTF-8 text"):
        load_settings()


def test_a_folder_in_place_of_the_file_is_a_sentence(file: Path) -> None:
    file.mkdir()
    with pytest.raises(SettingsError, match="could not be read"):
        load_settings()


def test_a_broken_variable_or_option_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match=r"^--gpu-layers: gpu_layers = -1 does not fit"):
        load_settings(gpu_layers=-1)
    monkeypatch.setenv("LORELOOM_WINDOW", "wide")
    with pytest.raises(SettingsError, match=r"^LORELOOM_WINDOW: window = 'wide' does not fit"):
        load_settings()


@pytest.mark.parametrize("before", ["", "# mine\nthreads = 2\n", '# mine\nmodel = "old"\nthreads = 2\n'])
def test_a_written_setting_leaves_the_other_lines(file: Path, before: str) -> None:
    file.write_text(before)
    write_setting("model", "qwen3-4b")
    after = file.read_text().splitlines()
    assert load_settings().model == "qwen3-4b"
    assert [line for line in after if "model" not in line] == [
        line for line in before.splitlines() if "model" not in line
    ]


def test_a_written_setting_makes_its_file() -> None:
    assert write_setting("model", 'C:\\models\\"big".gguf') == settings_path()
    assert load_settings().model == 'C:\\models\\"big".gguf'


def test_a_file_too_clever_to_be_changed_is_left_alone(file: Path) -> None:
    before = '[model]\nmodel = "x"\n'
    file.write_text(before)
    with pytest.raises(SettingsError, match="by hand"):
        write_setting("model", "qwen3-4b")
    assert file.read_text() == before


def test_an_unwritable_folder_is_a_sentence(home: Path) -> None:
    (home / "config").write_text("a file where a folder should be")
    with pytest.raises(SettingsError, match="could not be"):
        write_setting("model", "none")


def test_the_users_folders_are_the_users(home: Path) -> None:
    assert data_folder() == home / "data" / "loreloom"
    assert models_folder() == data_folder() / "models"
    assert log_folder().is_relative_to(home / "state")


def test_a_checkout_keeps_its_own_saves(tmp_path: Path) -> None:
    checkout = Path(settings.__file__).parent.parent
    assert saves_folder(Settings(), cwd=tmp_path) == checkout / "saves"


def test_saves_go_where_they_are_sent(tmp_path: Path) -> None:
    assert saves_folder(Settings(saves=tmp_path / "mine"), cwd=tmp_path) == tmp_path / "mine"


@pytest.mark.usefixtures("installed")
def test_an_installed_game_saves_in_the_users_data_folder(tmp_path: Path) -> None:
    assert saves_folder(Settings(), cwd=tmp_path) == data_folder() / "saves"


@pytest.mark.usefixtures("installed")
def test_an_installed_game_in_a_checkout_saves_there(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "loreloom"\n')
    assert saves_folder(Settings(), cwd=tmp_path) == tmp_path / "saves"


def test_worlds_are_sought_in_order(installed: Path, tmp_path: Path) -> None:
    mine, here, users = tmp_path / "mine", tmp_path / "worlds", data_folder() / "worlds"
    for folder in (mine, here, users):
        folder.mkdir(parents=True)
    assert worlds_folders(Settings(worlds=mine), cwd=tmp_path) == (mine, here, users, installed / "_worlds")


def test_a_folder_of_worlds_that_is_not_there_is_passed_over(installed: Path, tmp_path: Path) -> None:
    assert worlds_folders(Settings(worlds=tmp_path / "gone"), cwd=tmp_path) == (installed / "_worlds",)


def test_a_checkout_carries_its_worlds_anywhere(tmp_path: Path) -> None:
    assert worlds_folders(Settings(), cwd=tmp_path) == (Path(settings.__file__).parent.parent / "worlds",)


def test_a_key_is_read_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LORELOOM_API_KEY", "sesame")
    read = load_settings()
    assert read.key == "sesame"
    assert "sesame" not in f"{read!r} {read} {read.model_dump()} {read.model_dump_json()}"
    monkeypatch.delenv("LORELOOM_API_KEY")
    assert load_settings().key == ""


@pytest.mark.parametrize(
    "line", ["api_key = 5150", 'api_key = "ses\u00e4me"', 'api_key = "5150\n"', 'api_keys = "5150"']
)
def test_a_key_that_does_not_fit_is_not_repeated(file: Path, line: str) -> None:
    file.write_text(line)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert f"{file}:1: " in str(caught.value)
    assert "5150" not in str(caught.value)
    assert "s\u00e4me" not in str(caught.value)


def test_lines_and_veils_are_lists_or_parted_by_commas(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('lines = ["spiders", "my old school"]\nveils = "blood, 溺水"\n')
    assert (load_settings().lines, load_settings().veils) == (("spiders", "my old school"), ("blood", "溺水"))
    monkeypatch.setenv("LORELOOM_LINES", "rats, needles,")
    assert load_settings().lines == ("rats", "needles")


def test_files_to_protect_may_lie_at_home(file: Path) -> None:
    file.write_text('protect = ["~/poem.txt"]\n')
    assert load_settings().protect == (Path.home() / "poem.txt",)


@pytest.mark.parametrize("line", ['rating = "parents"', "lines = [3]", 'lines = [""]', "protect_words = 1"])
def test_a_wish_that_does_not_fit_says_where(file: Path, line: str) -> None:
    file.write_text(f"{line}\n")
    with pytest.raises(SettingsError, match=r"settings.toml:1: (rating|lines|protect_words) = .* does not fit"):
        load_settings()
