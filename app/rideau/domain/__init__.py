# SPDX-License-Identifier: MIT
"""What should hold, decided with data.

Standard library only: no clock, no I/O, no logging, no Qt, no translation.
"""
