"""Finding layout engines, running them, and what is said when that fails."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.maps import ArgumentMap
from argmap.render import EngineError, draw_map
from argmap.render.engines.engine import Engine, find_engines, render_dot

Program = Callable[[str], str]
DOT = "digraph { a -> b }"
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="engines are shell scripts here")
needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="there is no system dot")

# What writes a drawing of nothing, as engines write it.
WHOLE = """echo '<svg width="8pt" height="8pt"></svg>'"""


@pytest.fixture(autouse=True)
def _nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARGMAP_DOT", raising=False)


def test_the_embedded_engine_needs_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert render_dot(DOT, output="svg").engine.name == "embedded"


def test_auto_means_embedded_before_system() -> None:
    assert next(find_engines("auto")).name == "embedded"


@needs_dot
def test_auto_falls_back_to_the_system() -> None:
    assert [one.name for one in find_engines("auto")] == ["embedded", "system"]


@needs_dot
def test_the_system_engine_is_dot() -> None:
    rendering = render_dot(DOT, output="svg", engine="system")
    assert rendering.engine == Engine("system", str(shutil.which("dot")))


@needs_shell
def test_the_variable_names_an_engine(monkeypatch: pytest.MonkeyPatch, program: Program) -> None:
    path = program(WHOLE)
    monkeypatch.setenv("ARGMAP_DOT", path)
    assert render_dot(DOT, output="svg").engine == Engine(path, path)


def test_the_argument_counts_more_than_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_DOT", "/no/such/engine")
    assert render_dot(DOT, output="svg", engine="embedded").engine.name == "embedded"


def test_an_engine_that_was_named_is_never_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineError, match=r"the system layout engine was not found: type `pip install"):
        render_dot(DOT, output="svg", engine="system")


def test_without_any_engine_there_is_advice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # Neither on PATH, nor among the packages that are installed.
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(EngineError, match=r"no layout engine was found: type `pip install graphviz-pure`"):
        render_dot(DOT, output="svg")


@needs_shell
def test_an_embedded_engine_that_pip_put_elsewhere_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: Program
) -> None:
    # What `pip install --target` leaves: the list of files names a place outside the folder.
    (tmp_path / "bin").mkdir()
    place = Path(program("exit 0")).rename(tmp_path / "bin" / "graphviz-pure")
    package = tmp_path / "graphviz_pure-0.2.2.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Name: graphviz-pure\nVersion: 0.2.2\n")
    (package / "RECORD").write_text("LICENSE,,\n../../bin/graphviz-pure,,\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert list(find_engines("embedded")) == [Engine("embedded", str(place))]


def test_a_path_that_leads_nowhere_is_named() -> None:
    with pytest.raises(EngineError, match=r"no executable '/no/such/engine'.*ARGMAP_DOT"):
        render_dot(DOT, output="svg", engine="/no/such/engine")


def test_a_syntax_error_tells_engine_version_and_reason() -> None:
    with pytest.raises(EngineError, match=r"exit status 1, .*graphviz-pure version .*syntax error in line 1"):
        render_dot("digraph {", output="svg", engine="embedded")


def test_harmless_complaints_are_not_passed_on() -> None:
    assert render_dot('digraph { a [label="Ж"] }', output="svg", engine="embedded").messages == ()


@needs_shell
def test_where_something_is_goes_with_what_it_is(program: Program) -> None:
    path = program(
        "for node in n0 n2; do echo 'Warning: table size too small for content'; "
        'echo "in label of node $node"; done >&2; '
        f"echo 'Warning: odd table' >&2; echo 'in label of node n3' >&2; {WHOLE}"
    )
    messages = render_dot(DOT, output="svg", engine=path).messages
    assert messages == ("Warning: odd table", "in label of node n3")


@needs_shell
def test_a_complete_drawing_counts_whatever_the_exit_status(program: Program) -> None:
    path = program(f"echo 'Error: trouble in init_rank' >&2; {WHOLE}; exit 1")
    assert render_dot(DOT, output="svg", engine=path).messages == ("Error: trouble in init_rank",)


@needs_shell
def test_a_lost_label_is_no_complete_drawing(program: Program) -> None:
    path = program(f"echo 'Error: not well-formed in line 1' >&2; {WHOLE}; exit 1")
    with pytest.raises(EngineError, match="not well-formed"):
        render_dot(DOT, output="svg", engine=path)


@needs_shell
def test_half_a_drawing_is_none(program: Program) -> None:
    with pytest.raises(EngineError, match=r"gave no svg \(exit status 0.*it did not say why"):
        render_dot(DOT, output="svg", engine=program("echo '<svg>'"))


@needs_shell
def test_half_a_png_is_none(program: Program) -> None:
    with pytest.raises(EngineError, match="gave no png"):
        render_dot(DOT, output="png", engine=program("echo PNG"))


@needs_shell
def test_an_engine_that_was_killed_does_not_run(program: Program) -> None:
    with pytest.raises(EngineError, match="was killed by signal 9"):
        render_dot(DOT, output="svg", engine=program("kill -9 $$"))


@needs_shell
def test_an_engine_that_is_no_program_does_not_run(program: Program) -> None:
    path = program("")
    with open(path, "wb") as file:
        file.write(b"\x7fELF")
    with pytest.raises(EngineError, match=r"does not run \(Exec format error\)"):
        render_dot(DOT, output="svg", engine=path)


@needs_shell
def test_a_layout_that_takes_too_long_is_stopped(program: Program, small_map: ArgumentMap) -> None:
    drawing = draw_map(small_map, engine=program("exec sleep 5"), timeout=0.1, layout="layered")
    with pytest.raises(EngineError, match=r"2 nodes, 1 edge and 1 group is too large: .* more than 0.1 s"):
        drawing.svg()


@needs_shell
def test_an_engine_may_be_silent_about_its_version(program: Program) -> None:
    assert Engine("x", program("exit 0")).version == "unknown version"


def test_an_engine_that_is_not_there_has_no_version() -> None:
    assert Engine("x", "/no/such/engine").version == "unknown version"


@pytest.mark.parametrize(
    "chatter", ["Warning: removing empty cluster", "n1 was already in a rankset, deleted"]
)
def test_what_an_engine_says_of_its_own_work_is_not_passed_on(
    program: Callable[[str], str], chatter: str
) -> None:
    engine = program(f"echo '{chatter}' >&2; echo 'Error: no font' >&2; {WHOLE}")
    assert render_dot("digraph {}", output="svg", engine=engine).messages == ("Error: no font",)
