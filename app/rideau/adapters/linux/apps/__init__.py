# SPDX-License-Identifier: MIT
"""How are apps told, met at their start, frozen, closed and brought back on Linux?

Nothing is signalled that the safety list of the domain holds out of reach.
"""
