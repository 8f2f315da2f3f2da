# SPDX-License-Identifier: MIT
"""Why do browsers trust the test's web sites? Their certificates come from an authority that their homes know."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

import trustme

from stage.program import PATIENCE_S, require


class Authority:
    """Be a certificate authority of a test's own, with one certificate for all its sites."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        """Make the authority and a certificate for ``names``, kept below ``folder``."""
        self._authority = trustme.CA(organization_name="Rideau's tests")
        self.file = folder / "authority.pem"
        self._authority.cert_pem.write_to_path(self.file)
        certificate = self._authority.issue_cert(*names)
        self.key = folder / "site.key"
        self.chain = folder / "site.pem"
        certificate.private_key_pem.write_to_path(self.key)
        self.chain.write_bytes(b"".join(blob.bytes() for blob in certificate.cert_chain_pems))

    def make_known_in(self, database: Path) -> None:
        """Have the NSS ``database`` (``$HOME/.pki/nssdb`` for Chromium, the profile for Firefox) trust it."""
        database.mkdir(parents=True, exist_ok=True)
        where = ("-d", f"sql:{database}")
        if not (database / "cert9.db").exists():
            _certutil("-N", *where, "--empty-password")
        _certutil("-A", *where, "-t", "C,,", "-n", "Rideau's tests", "-i", str(self.file))


def _certutil(*arguments: str) -> None:
    subprocess.run([require("certutil"), *arguments], check=True, capture_output=True, timeout=PATIENCE_S)
