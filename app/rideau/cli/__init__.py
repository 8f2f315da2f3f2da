# SPDX-License-Identifier: MIT
"""The command line: the only place that prints.

Starts without Qt; only the command that starts the tray loads it.
"""
