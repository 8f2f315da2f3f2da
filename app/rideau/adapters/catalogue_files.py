# SPDX-License-Identifier: MIT
"""Which networks ship with Rideau? Those in ``resources/networks/*.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from rideau.domain.error import StorageError
from rideau.domain.network import AppIds, Kind, Network, Side
from rideau.domain.text import Text

_REINSTALL = Text("Rideau's own files are damaged; install it again.")


class CatalogueFiles:
    """Read the catalogue from a folder of TOML files, one table per network (4 ms for 130, once)."""

    def __init__(self, folder: Path) -> None:
        """Read from ``folder`` when first asked."""
        self._folder = folder

    def networks(self) -> tuple[Network, ...]:
        """Return every network of the catalogue, without accounts, sorted by id.

        Raises:
            StorageError: a file is missing, is no TOML, or says something of a network that is not known.

        """
        return self._networks

    @cached_property
    def _networks(self) -> tuple[Network, ...]:
        files = sorted(self._folder.glob("*.toml"))
        if not files:
            raise StorageError(Text("No networks are in {folder}.", folder=str(self._folder)), _REINSTALL)
        networks = (network for file in files for network in _read(file))
        return tuple(sorted(networks, key=lambda network: network.id))


def _read(file: Path) -> list[Network]:
    try:
        raw_tables = tomllib.loads(file.read_text("utf-8"))
        return [_network(network, raw) for network, raw in raw_tables.items()]
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        message = Text("The catalogue of networks can't be read: {file}: {reason}", file=str(file), reason=str(error))
        raise StorageError(message, _REINSTALL) from error


def _network(network: str, raw: Mapping[str, object]) -> Network:
    """Return one network as its table says; a key that is not known is a TypeError."""
    return _shipped(network, **raw)  # type: ignore[arg-type]  # what the shape test over the shipped files holds


def _shipped(  # noqa: PLR0913 - the keys of a table, by name
    network: str,
    *,
    name: str,
    kind: str,
    side: str,
    sites: list[str] | None = None,
    exceptions: list[str] | None = None,
    apps: Mapping[str, list[str]] | None = None,
    notifications: list[str] | None = None,
) -> Network:
    return Network(
        id=network,
        name=name,
        kind=Kind(kind),
        sites=tuple(sites or ()),
        exceptions=tuple(exceptions or ()),
        apps=AppIds(**{system: tuple(ids) for system, ids in (apps or {}).items()}),
        notifications=tuple(notifications or (name,)),
        default_side=Side(side),
    )
