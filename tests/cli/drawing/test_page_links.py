"""Pages of a map in parts lead to each other."""

import re
from pathlib import Path

from click.testing import CliRunner

from argmap.cli import main

TEXT = "# One\n\n[A]: a\n  + [B]\n\n# Two\n\n[B]: b\n  + [C]\n\n# Two\n\n[C]: c\n"


def test_each_page_leads_to_all_others(tmp_path: Path) -> None:
    (tmp_path / "debate.argdown").write_text(TEXT)
    command = ["render", str(tmp_path / "debate.argdown"), "-o", str(tmp_path / "map.html")]
    result = CliRunner().invoke(main, [*command, "--parts", "always", "--engine", "embedded"])
    pages = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.html")}
    assert result.exit_code == 0
    assert set(pages) == {"map.html", "map-one.html", "map-two.html", "map-two-2.html"}
    for name, page in pages.items():
        (links,) = re.findall('<nav class="parts".*?</nav>', page)
        assert set(re.findall(r'href="\./([^"]+)"', links)) == set(pages) - {name}


def test_a_box_of_a_section_leads_to_its_page(tmp_path: Path) -> None:
    (tmp_path / "debate.argdown").write_text(TEXT)
    command = ["render", str(tmp_path / "debate.argdown"), "-o", str(tmp_path / "map.html")]
    CliRunner().invoke(main, [*command, "--parts", "always", "--engine", "embedded"])
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert '<p><a href="./map-two-2.html">Open the map of this section</a></p>' in page


def test_the_pages_of_fences_lead_to_each_other(tmp_path: Path) -> None:
    fences = ("===\ntitle: Rain & sun\n===\n\n[A]: a", "[B]: b", "===\ntitle: Rain & sun\n===\n\n[C]: c")
    page = "\n\n".join(f"~~~argdown\n{fence}\n~~~" for fence in fences)
    (tmp_path / "page.md").write_text(page)
    command = ["render", str(tmp_path / "page.md"), "-o", str(tmp_path / "map.html"), "--engine", "embedded"]
    assert CliRunner().invoke(main, command).exit_code == 0
    pages = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.html")}
    assert set(pages) == {"map-1.html", "map-2.html", "map-3.html"}
    for name, text in pages.items():
        (links,) = re.findall('<nav class="parts".*?</nav>', text)
        assert set(re.findall(r'href="\./([^"]+)"', links)) == set(pages) - {name}
    assert ">Rain &amp; sun (1)</a>" in pages["map-2.html"]
    assert ">2</a>" in pages["map-1.html"]
