# SPDX-License-Identifier: MIT
"""The windows, the tray and its menu: they show and ask, never decide.

Adapters are strangers here; what a window does goes through the services.
"""
