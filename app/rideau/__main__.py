# SPDX-License-Identifier: MIT
"""How is Rideau started from Python? ``python -m rideau``."""

import sys

from rideau.cli.main import main

sys.exit(main())
