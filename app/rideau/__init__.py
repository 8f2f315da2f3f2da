# SPDX-License-Identifier: MIT
"""Rideau: keeps working hours on a desktop."""
