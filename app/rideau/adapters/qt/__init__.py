# SPDX-License-Identifier: MIT
"""Adapters that need Qt's event loop.

Nothing outside this folder and the windows imports PySide6.
"""
