"""Start a JupyterLab that knows nothing of the user's settings, and end it."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

STARTS_WITHIN = 60
"""Seconds until the server must answer."""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _answers(address: str, token: str) -> bool:
    """Whether the server at an address of this machine is up."""
    request = Request(f"{address}/api/status", headers={"Authorization": f"token {token}"})  # noqa: S310
    try:
        with urlopen(request, timeout=5) as answer:  # noqa: S310
            return answer.status == 200
    except (URLError, OSError):
        return False


@contextmanager
def running_jupyterlab(notebooks: Path, home: Path) -> Iterator[tuple[str, str]]:
    """Serve a folder of notebooks on this machine only; yields its address and token."""
    port, token = _free_port(), secrets.token_hex(16)
    folders = {
        name: home / name for name in ("config", "data", "runtime", "settings", "workspaces", "ipython")
    }
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    labconfig = folders["config"] / "labconfig"
    labconfig.mkdir()
    # It asks for the news of the Jupyter project otherwise, which needs a network.
    asked = {"@jupyterlab/apputils-extension:announcements": True}
    (labconfig / "page_config.json").write_text(json.dumps({"disabledExtensions": asked}))
    # All cells stay in the page, so that a test can look at each; otherwise only those in view do.
    tracker = folders["settings"] / "@jupyterlab" / "notebook-extension" / "tracker.jupyterlab-settings"
    tracker.parent.mkdir(parents=True)
    tracker.write_text(json.dumps({"windowingMode": "none"}))
    settings = {
        "JUPYTER_CONFIG_DIR": folders["config"],
        "JUPYTER_DATA_DIR": folders["data"],
        "JUPYTER_RUNTIME_DIR": folders["runtime"],
        "JUPYTERLAB_SETTINGS_DIR": folders["settings"],
        "JUPYTERLAB_WORKSPACES_DIR": folders["workspaces"],
        "IPYTHONDIR": folders["ipython"],
        "JUPYTER_TOKEN": token,
    }
    options = [
        "--no-browser",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.allow_root=True",
        f"--ServerApp.root_dir={notebooks}",
        "--LabApp.extension_manager=readonly",
        # Should the tests be killed, kernels without a window and then the server end by themselves.
        "--MappingKernelManager.cull_idle_timeout=120",
        "--MappingKernelManager.cull_interval=30",
        "--ServerApp.shutdown_no_activity_timeout=180",
    ]
    address = f"http://127.0.0.1:{port}"
    with (home / "jupyter.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            stdout=log,
            stderr=subprocess.STDOUT,
            env=os.environ | {name: str(value) for name, value in settings.items()},
            cwd=notebooks,
        )
        try:
            end = time.monotonic() + STARTS_WITHIN
            while not _answers(address, token):
                if server.poll() is not None or time.monotonic() > end:
                    said = (home / "jupyter.log").read_text(encoding="utf-8", errors="replace")
                    raise RuntimeError(f"JupyterLab did not start:\n{said[-2000:]}")
                time.sleep(0.2)
            yield address, token
        finally:
            server.terminate()  # it ends its kernels by itself
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
