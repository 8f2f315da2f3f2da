# SPDX-License-Identifier: MIT
"""Adapters for Linux desktops.

No other platform's folder is imported here, and no Qt.
"""
