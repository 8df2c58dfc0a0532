"""`argmap serve` as a command."""

import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from argmap.cli import main


def test_what_is_not_there_cannot_be_served() -> None:
    result = CliRunner().invoke(main, ["serve", "nothing.argdown"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing.argdown: no such file or directory" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are sent otherwise there")
def test_it_tells_its_address_and_serves_until_it_is_interrupted(tmp_path: Path) -> None:
    path = tmp_path / "debate.argdown"
    path.write_text("[Sun]: It shines.\n  + [Moon]\n")
    command = [sys.executable, "-m", "argmap.cli", "serve", str(path), "--engine", "embedded"]
    # Who runs these tests in the background may ignore interrupts, and what is started would, too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    try:
        assert process.stdout is not None
        address = urlsplit(process.stdout.readline().strip())
        connection = HTTPConnection(address.netloc, timeout=20)
        connection.request("GET", address.path)
        with connection.getresponse() as response:
            content = response.read().decode()
        connection.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.communicate()
    assert 'data-key="[Sun]"' in content
