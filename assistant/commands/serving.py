"""Serve the chat."""

import socket
from pathlib import Path
from typing import Annotated

import typer

from index.errors import SettingsFault
from index.settings import Settings


def register(app: typer.Typer) -> None:
    """Add ``serve`` to the command line."""

    @app.command()
    def serve(
        data: Annotated[Path | None, typer.Option(help="Folder that holds the index.")] = None,
        host: Annotated[str | None, typer.Option(help="Address to listen on; 0.0.0.0 for every network.")] = None,
        port: Annotated[
            int | None, typer.Option(min=0, max=65535, help="Port to listen on; 0 picks a free one.")
        ] = None,
        config: Annotated[Path | None, typer.Option(help="Settings file instead of arende.toml.")] = None,
    ) -> None:
        """Serve the chat in the browser until interrupted; its address is printed first."""
        from assistant.web import server, wiring  # noqa: PLC0415 - Streamlit takes a second to import

        wiring.share_memory()
        settings = Settings.load(config)
        folder = data or settings.data or wiring.DATA_FOLDER
        site = wiring.make_site(folder, settings, config)
        address = host or settings.web.host
        chosen = free_port(address, settings.web.port if port is None else port)
        typer.echo(f"http://{shown_host(address)}:{chosen}{settings.web.base_path}/")
        server.serve(site, address, chosen, wiring.attend)


def free_port(host: str, port: int) -> int:
    """Return the port if it is free, any free one for 0; raises SettingsFault where another program has it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SettingsFault(
                f"Cannot listen on {host} port {port}: {error.strerror}. Choose another with --host or --port."
            ) from error
        return int(probe.getsockname()[1])


def shown_host(host: str) -> str:
    """Return the host as a browser on this machine reaches it."""
    if host in ("0.0.0.0", "::"):
        return "localhost"
    return f"[{host}]" if ":" in host else host
