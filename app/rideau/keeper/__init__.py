# SPDX-License-Identifier: MIT
"""What must outlive a crash of the tray: the gate to work sites, leases on frozen apps, the dead man's switch.

A process of its own (``python -m rideau.keeper``); the standard library and the domain's plain data alone.
"""
