# SPDX-License-Identifier: MIT
"""Which windows are there, and how are they asked to close? One file per window system.

No window system is loaded but the one that is chosen.
"""
